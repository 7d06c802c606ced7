import type { InstanceLine } from '@phancong/contracts';
import type { LinkProps } from '@tanstack/react-router';

import { paths } from '../../config/paths.js';

/** The router checks literal links; here the place is chosen while running. */
const linkTo = (to: string, params: Record<string, string>): LinkProps => ({ to, params }) as LinkProps;

export function linkToPlan(planId: string): LinkProps {
  return linkTo(paths.plan, { planId });
}

/** Where a line opens: a plan and an estimate have screens of their own, the rest the page of one piece of work. */
export function linkToLine(line: Pick<InstanceLine, 'flow' | 'id' | 'planId'>): LinkProps {
  if (line.flow === 'plan') return linkToPlan(line.planId);
  return linkTo(line.flow === 'budget' ? paths.budget : paths.workPage, { id: line.id });
}
