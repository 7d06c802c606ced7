import type { Doubt, ReadItem, Target } from '@phancong/contracts';
import { correctOfficeName } from '@phancong/units';

import type { Piece } from '../../grid/table-rows.js';
import * as doubt from '../doubts.js';
import { anchorOf, anchorsOf, joinWords } from '../item-words.js';
import { toSentenceCase } from '../read-document-facts.js';
import { checkName } from '../read-item-units.js';
import { acceptDuty } from './accept-duty.js';
import { pieceOf } from './collect-duties.js';
import type { Duty } from './collect-duties.js';
import { fanOutOf } from './fan-out-of.js';
import { findGiversInProse, findReceiversInProse } from './find-receivers.js';
import { findSubject } from './find-subject.js';
import { kindOf } from './kind-of.js';
import { readClauseTargets } from './read-clause-targets.js';
import { readClauseTiming, readStatedTiming } from './read-clause-timing.js';
import type { ClauseTiming } from './read-clause-timing.js';
import { readRoles } from './read-roles.js';
import type { PlacedName, Roles } from './read-roles.js';
import { titleOf } from './title-of.js';

export type ProseContext = { year: number | null; asOf: string };

type CheckedNames = { names: string[]; doubts: Doubt[] };

function checkNames(
  ref: string,
  field: 'leads' | 'coordinators',
  placed: readonly PlacedName[],
  context: ProseContext,
): CheckedNames {
  const doubts: Doubt[] = [];
  const names = placed.map(({ name }) => {
    const meant = correctOfficeName(name);
    if (meant !== name) doubts.push(doubt.doubtOddUnitName(ref, field, name, meant));
    return checkName(ref, field, meant, context, doubts);
  });
  return { names: [...new Set(names)], doubts };
}

function timingOf(roles: Roles, duty: Duty, context: ProseContext): ClauseTiming {
  const stated = roles.labelled.filter(({ label }) => label.field === 'timing' || label.field === 'deadline');
  const read = readClauseTiming(roles.pieces, context.year);
  if (stated.length > 0) {
    const own = stated.map(({ label, piece }) => {
      const text = piece.text.slice(label.start, label.end);
      const { timing, anchors } = readStatedTiming({ ...piece, text }, context.year, label.field === 'deadline');
      return {
        timing,
        anchors: anchors.map((anchor) => ({
          ...anchor,
          start: anchor.start + label.start,
          end: anchor.end + label.start,
        })),
      };
    });
    const [first] = own;
    if (first) {
      for (const { timing } of own.slice(1)) {
        first.timing.windows.push(...timing.windows);
        first.timing.deadline ??= timing.deadline;
      }
      first.timing.recurrence.push(
        ...read.timing.recurrence.filter((entry) => !first.timing.recurrence.some(({ freq }) => freq === entry.freq)),
      );
      return first;
    }
  }
  const heading = duty.heading ?? (duty.role === 'work' || duty.role === 'plain' ? duty.leadIn?.paragraph : undefined);
  const saysNothing =
    read.timing.windows.length === 0 &&
    !read.timing.deadline &&
    read.timing.recurrence.length === 0 &&
    !read.timing.asNeeded;
  if (!saysNothing || !heading) return read;
  const above = readClauseTiming([pieceOf(heading)], context.year);
  if (above.timing.windows.length === 0 && !above.timing.deadline) return read;
  return { ...above, timing: { ...above.timing, inheritedFrom: duty.heading ? null : (duty.leadIn?.ref ?? null) } };
}

/** "Đề nghị …" in the heading of its leads, or at the start of the clause itself: asked, and not ordered. */
function isRequest({ holder }: Duty, text: string, leads: readonly string[]): boolean {
  if (/^đề nghị(?![\p{L}])/iu.test(text)) return true;
  if (!holder?.request) return false;
  return leads.every((name) => holder.names.some((asked) => correctOfficeName(asked.name) === name));
}

/** "Văn phòng Sở: Tham mưu …" is titled by the duty. */
function withoutDoer(text: string): string {
  const subject = findSubject(text);
  if (!subject || !/:\s*$/u.test(text.slice(subject.end, subject.duty))) return text;
  return text.slice(subject.duty).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Reads one duty into an item; null where the plan gives the work to nobody and it has no look of a task. */
export function readDuty(duty: Duty, context: ProseContext): { item: ReadItem; doubts: Doubt[] } | null {
  const pieces: Piece[] = duty.paragraphs.map(pieceOf);
  const holderPiece = duty.holder ? pieceOf(duty.holder.paragraph) : null;
  const leadIn = duty.leadIn ? pieceOf(duty.leadIn.paragraph) : null;
  const roles = readRoles(duty, pieces, holderPiece, leadIn, context.asOf);
  const text = joinWords(pieces);
  const title = duty.heading
    ? toSentenceCase(joinWords([pieceOf(duty.heading)]))
    : titleOf(withoutDoer(joinWords(roles.pieces)) || text);
  const { timing, anchors: timingAnchors } = timingOf(roles, duty, context);
  const targets = readClauseTargets(roles.pieces, title);
  const obligation = acceptDuty(duty, text, {
    namesDoer: roles.namesDoer,
    namesPartner: roles.coordinators.length > 0,
    hasTarget: targets.length > 0,
    hasTime: timing.windows.length > 0 || timing.deadline !== null || timing.recurrence.length > 0,
    hasRhythm: timing.recurrence.length > 0,
  });
  if (obligation === null) return null;
  const leads = checkNames(duty.ref, 'leads', roles.leads, context);
  const coordinators = checkNames(duty.ref, 'coordinators', roles.coordinators, context);
  const { handsOffTo, approvers } = findReceiversInProse(text);
  const lines = duty.paragraphs.flatMap(({ line, lastLine }) => [line, lastLine]);
  const item: ReadItem = {
    ref: duty.ref,
    title,
    text,
    unitOfMeasure: null,
    leads: leads.names,
    coordinators: coordinators.names,
    timing,
    targets: targets.map(({ target }): Target => target),
    fansOutTo: fanOutOf(leads.names, context.asOf),
    kind: kindOf(title, duty.headingTitles, text),
    handsOffTo: handsOffTo.filter((name) => !leads.names.includes(name)),
    receivesFrom: findGiversInProse(text).filter((name) => !leads.names.includes(name)),
    approvers: approvers.filter((name) => !leads.names.includes(name)),
    obligation,
    ...(isRequest(duty, text, leads.names) ? { mode: 'request' as const } : {}),
    inferred: [],
    parentRef: null,
    anchors: anchorsOf({
      title: duty.heading ? [anchorOf(pieceOf(duty.heading))] : [],
      text: pieces.map((piece) => anchorOf(piece, piece.text.length - piece.text.trimStart().length)),
      leads: roles.leads.map(({ piece, start, end }) => anchorOf(piece, start, end)),
      coordinators: roles.coordinators.map(({ piece, start, end }) => anchorOf(piece, start, end)),
      timing: timingAnchors,
      targets: targets.map(({ piece, start, end }) => anchorOf(piece, start, end)),
    }),
    source: { lines: [Math.min(...lines), Math.max(...lines)] },
  };
  return { item, doubts: [...leads.doubts, ...coordinators.doubts] };
}
