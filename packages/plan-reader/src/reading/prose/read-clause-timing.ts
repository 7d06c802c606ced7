import { findTimeExpressions, readTiming } from '@phancong/calendar';
import type { Anchor, Recurrence, Timing } from '@phancong/contracts';

import type { Piece } from '../../grid/table-rows.js';
import { anchorOf } from '../item-words.js';
import { toTiming } from '../read-item-timing.js';
import { maskForTime } from './mask-citations.js';

export type ClauseTiming = { timing: Timing; anchors: Anchor[] };

/** To find and to report, to handle what happens: the day is not the doer's to choose. */
const onDetection =
  /(?:kịp thời|chủ động|nắm bắt,|sớm|khi|ngay khi) phát hiện|đối với (?:các |những )?[^.;]{0,60} có hành vi vi phạm/giu;
const standing = /(?<!\p{L})(?:thường xuyên|kịp thời|liên tục|định kỳ)(?!\p{L})/giu;

type Sentence = { text: string; start: number };

/** Time is read sentence by sentence, since the reader of time takes no more than a page. */
function cutSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.;](?=\s)|\n/gu)) {
    sentences.push({ text: text.slice(start, match.index), start });
    start = match.index + 1;
  }
  return [...sentences, { text: text.slice(start), start }].filter((sentence) => sentence.text.trim() !== '');
}

const loosely = (words: string) =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('hàng', 'h[àằ]ng')
    .replaceAll('-', '[-–—]')
    .replace(
      /ngày (\d+)\/(\d+)(?:\/(\d{4}))?/g,
      (_, day: string, month: string, year?: string) =>
        `ngày ${day}(?:/| tháng )${month}${year ? `(?:/| năm )${year}` : ''}`,
    )
    .replaceAll('\u0001', '[^]')
    .replace(/ /g, '\\s+');

function findWords(sentence: Sentence, words: string): { start: number; end: number } | null {
  const match = new RegExp(loosely(words), 'iu').exec(sentence.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  const event = /khi (?:có|cần|phát sinh)$/iu.test(match[0])
    ? (/^ [^,.;()]{1,60}/u.exec(sentence.text.slice(end))?.[0].length ?? 0)
    : 0;
  return { start: sentence.start + match.index, end: sentence.start + end + event };
}

const isWholeYear = ({ start, end }: { start: string; end: string }) =>
  start.endsWith('-01-01') && end.endsWith('-12-31');
const onceEach = { min: 1, max: 1 };

/** "Hàng năm" is once a year; a quota per unit ("10-15 cuộc/tỉnh") is no rhythm. */
function rhythmsOf(recurrence: readonly Recurrence[]): Recurrence[] {
  return recurrence
    .filter(({ freq, per }) => freq !== 'PER_PLAN' && per === undefined)
    .map((entry) =>
      entry.count || entry.freq === 'PER_EVENT' || entry.dueDay !== undefined ? entry : { ...entry, count: onceEach },
    );
}

/** "Định kỳ hằng quý (trước ngày 15 của tháng cuối quý)" says one rhythm twice: the one with its day stays. */
function withoutEchoes(rhythms: readonly Recurrence[]): Recurrence[] {
  const isEcho = (entry: Recurrence) =>
    entry.dueDay === undefined && rhythms.some((other) => other.freq === entry.freq && other.dueDay !== undefined);
  return rhythms.filter((entry) => !isEcho(entry));
}

const nothing: Timing = {
  text: null,
  inheritedFrom: null,
  windows: [],
  recurrence: [],
  deadline: null,
  asNeeded: false,
};

function isVague(deadline: Timing['deadline']): boolean {
  return deadline?.relative !== undefined && deadline.relative['offset'] === 0;
}

/**
 * When a duty in running text is due. Dates of cited documents are no dates of the duty; the year of the plan alone gives no
 * window; "kịp thời phát hiện …" means whenever something happens.
 */
export function readClauseTiming(pieces: readonly Piece[], year: number | null): ClauseTiming {
  const timing: Timing = { ...nothing, windows: [], recurrence: [] };
  const anchors: Anchor[] = [];
  const texts: string[] = [];
  const periods: string[] = [];
  for (const piece of pieces) {
    const masked = maskForTime(piece.text);
    for (const sentence of cutSentences(masked)) {
      const own = toTiming(sentence.text, year, 'time');
      if (isVague(own.deadline)) own.deadline = null;
      const { relative } = own.deadline ?? {};
      if (typeof relative?.['anchor'] === 'string')
        relative['anchor'] = relative['anchor'].replaceAll('\u0001', '').trim();
      timing.windows.push(...own.windows.filter((window) => !isWholeYear(window)));
      if (timing.windows.length > 0) periods.push(...(own.periods ?? []));
      timing.recurrence.push(...withoutEchoes(rhythmsOf(own.recurrence)));
      timing.deadline ??= own.deadline;
      timing.asNeeded ||= own.asNeeded || sentence.text.match(onDetection) !== null;
      const words = [
        ...findTimeExpressions(sentence.text, { year })
          .filter(({ finding }) => !finding.recurrence?.some(({ freq }) => freq === 'PER_PLAN'))
          .filter(
            ({ finding }) =>
              !finding.windows?.every(
                (window) => window.start && window.end && isWholeYear({ start: window.start, end: window.end }),
              ) || finding.windows.length === 0,
          )
          .map((expression) => expression.words),
        ...(sentence.text.match(standing) ?? []),
      ];
      const spans = words.flatMap((expression) => findWords(sentence, expression) ?? []);
      for (const span of spans.toSorted((a, b) => a.start - b.start)) {
        const last = anchors.at(-1);
        if (last && last.row === piece.row && span.start < last.end) continue;
        if (
          last &&
          last.row === piece.row &&
          /^(?:,|\s|hoặc|và|\(|-)*$/u.test(piece.text.slice(last.end, span.start))
        ) {
          last.end = span.end;
          texts[texts.length - 1] = piece.text.slice(last.start, span.end);
          continue;
        }
        texts.push(piece.text.slice(span.start, span.end).replaceAll('\n', ' '));
        anchors.push(anchorOf(piece, span.start, span.end));
      }
    }
  }
  if (texts.length > 0) timing.text = [...new Set(texts)].join('; ');
  if (timing.windows.length > 0 && periods.length > 0) timing.periods = [...new Set(periods)];
  return { timing, anchors };
}

/** The time in words that say nothing else: "Thời gian thực hiện: Quý II". */
export function readStatedTiming(piece: Piece, year: number | null, isDeadline: boolean): ClauseTiming {
  const timing = toTiming(piece.text.trim(), year, isDeadline ? 'deadline' : 'time');
  if (readTiming(piece.text, { year }).asNeeded) timing.asNeeded = true;
  return { timing, anchors: [anchorOf(piece)] };
}
