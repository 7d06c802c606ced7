import { findTimeExpressions } from '@phancong/calendar';
import { beginsDuty, readNames, resolveUnitName } from '@phancong/units';
import type { ReadItem } from '@phancong/contracts';

import { letterAt } from '../outline.js';
import type { Duty } from './collect-duties.js';
import { pieceOf } from './collect-duties.js';
import { findCoordinators } from './find-coordinators.js';
import { findSubject } from './find-subject.js';
import { isLabelLine } from './find-role-labels.js';
import type { Paragraph } from './join-lines.js';
import { maskForTime } from './mask-citations.js';
import { readClauseTiming } from './read-clause-timing.js';

function timeOf(paragraphs: readonly Paragraph[]): string {
  const { windows, deadline, recurrence } = readClauseTiming(paragraphs.map(pieceOf), 2000).timing;
  return JSON.stringify([windows, deadline, recurrence]);
}

const bodyOf = ({ text, mark }: Paragraph) => text.slice(mark?.length ?? 0);

function doersOf(paragraph: Paragraph): string {
  return (findSubject(bodyOf(paragraph))?.names ?? []).map(({ name }) => name).join();
}

/** Paragraphs of one clause that differ in doer or time, each with what belongs to it. */
function groupParagraphs(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const current = groups.at(-1);
    const isNew =
      (current && paragraph.mark === null && /[.;]$/u.test(current.at(-1)?.text.replace(/[)"”]$/u, '') ?? '')) || false;
    // "Thời gian: …" says when all of the clause is, and is no duty of its own.
    const onlyLabels =
      isLabelLine(paragraph.text) || (current?.slice(1).every(({ text }) => isLabelLine(text)) ?? false);
    const differs =
      current &&
      isNew &&
      !(onlyLabels && current.length + (isLabelLine(paragraph.text) ? 1 : 0) > 1) &&
      (timeOf(current) !== timeOf([paragraph]) ||
        (doersOf(paragraph) !== '' && current[0] && doersOf(current[0]) !== doersOf(paragraph)));
    if (current && !differs) current.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

const takesOver =
  /^ (?:sẽ|chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|tham mưu|xây dựng|tổ chức|thẩm định|tổng hợp|bố trí|hướng dẫn)(?![\p{L}])/u;

function keyOf(name: string): string {
  const resolution = resolveUnitName(name, { asOf: '2025-01-01' });
  return 'key' in resolution && resolution.key ? resolution.key : name.toLowerCase();
}

/** Where in a paragraph another office takes over: "Sở Y tế chủ trì …; Sở Tài chính thẩm định …". Partners in a list do not. */
function findTakeovers(text: string): number[] {
  const first = findSubject(text);
  if (!first || /chịu trách nhiệm thi hành/u.test(text)) return [];
  const partners = findCoordinators(text);
  const starts: number[] = [];
  let doer = first.names.map(({ name }) => keyOf(name)).join();
  for (const match of text.matchAll(/[,.;] (?=\p{Lu}|các |những )/gu)) {
    const at = match.index + 2;
    if (at <= first.duty || partners.some(({ start, end }) => at >= start - 2 && at <= end)) continue;
    const names = readNames(text, at);
    const after = text.slice(names?.end ?? 0);
    if (!names || !(takesOver.test(after) || (!match[0].startsWith(',') && beginsDuty(after.trimStart())))) continue;
    if (
      match[0].startsWith(',') &&
      !/^ (?:sẽ|chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm)/u.test(text.slice(names.end))
    )
      continue;
    const next = names.names.map(({ name }) => keyOf(name)).join();
    if (next === doer) continue;
    starts.push(at);
    doer = next;
  }
  return starts;
}

/** The same paragraph with everything but one part of it blank, so that places in the source stay true. */
function only(paragraph: Paragraph, start: number, end: number): Paragraph {
  const { text } = paragraph;
  const cut = ' '.repeat(start) + text.slice(start, end) + ' '.repeat(text.length - end);
  return { ...paragraph, text: cut.trimEnd(), mark: start === 0 ? paragraph.mark : null };
}

function splitByDoer(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const [paragraph] = paragraphs;
  if (paragraphs.length !== 1 || !paragraph) return [[...paragraphs]];
  const shift = paragraph.mark?.length ?? 0;
  const starts = findTakeovers(bodyOf(paragraph)).map((start) => start + shift);
  const edges = [0, ...starts, paragraph.text.length];
  return edges.slice(0, -1).map((start, index) => [only(paragraph, start, edges[index + 1] ?? paragraph.text.length)]);
}

/** One clause is one duty, except where it holds duties of different offices, or paragraphs with terms of their own. */
export function splitDuty(duty: Duty): Duty[] {
  const groups = groupParagraphs(duty.paragraphs).flatMap(splitByDoer);
  if (groups.length === 1) return [duty];
  const { base, first } = duty.letters;
  return groups.map((paragraphs, index) => ({
    ...duty,
    paragraphs,
    heading: null,
    ref: `${base}.${letterAt(first + index)}`,
    isPart: true,
  }));
}

const reporting =
  /^(?:thực hiện |chấp hành )?(?:nghiêm (?:túc )?)?(?:chế độ |công tác )?(?:(?:thông tin|tổng hợp|sơ kết)[, ]+(?:và )?)?báo cáo/iu;

/** A clause that asks for a report every month, every half year and on demand asks for several: each has its own rhythm. */
export function splitReports(item: ReadItem): ReadItem[] {
  const { recurrence, asNeeded, deadline, windows } = item.timing;
  const rhythms = [...new Map(recurrence.map((entry) => [entry.freq, entry])).values()];
  const isList = (item.text.match(/báo cáo/giu)?.length ?? 0) >= 2 || rhythms.length >= 3;
  if (!reporting.test(item.text.trim()) || rhythms.length < 2 || !isList || deadline || windows.length > 0)
    return [item];
  const expressions = findTimeExpressions(maskForTime(item.text), { year: null });
  const parts = [
    ...rhythms.map((entry) => ({ recurrence: [entry], asNeeded: false })),
    ...(asNeeded ? [{ recurrence: [], asNeeded: true }] : []),
  ];
  return parts.map((part, index) => {
    const words = expressions.find(({ finding }) =>
      part.asNeeded
        ? finding.asNeeded === true
        : finding.recurrence?.some(({ freq }) => freq === part.recurrence[0]?.freq) === true,
    )?.words;
    return {
      ...item,
      ref: `${item.ref}.${letterAt(index)}`,
      timing: { ...item.timing, ...part, text: words ?? item.timing.text },
    };
  });
}
