import type { FlowId } from '@phancong/contracts';

import type { Diagram } from '../diagram.js';
import { plan } from './plan.js';
import { task } from './task.js';
import { checkpoint } from './checkpoint.js';
import { coordination } from './coordination.js';
import { handoff } from './handoff.js';
import { extension } from './extension.js';
import { budget } from './budget.js';
import { appraisal } from './appraisal.js';
import { transfer } from './transfer.js';
import { periodReport } from './period-report.js';
import { incident } from './incident.js';
import { question } from './question.js';
import { explanation } from './explanation.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const diagrams: Record<FlowId, Diagram> = {
  plan,
  task,
  checkpoint,
  coordination,
  handoff,
  extension,
  budget,
  appraisal,
  transfer,
  periodReport,
  incident,
  question,
  explanation,
};
