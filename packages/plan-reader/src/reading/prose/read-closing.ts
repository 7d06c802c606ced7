import type { Doubt, ReadItem } from '@phancong/contracts';
import { readNames } from '@phancong/units';

import { anchorOf } from '../item-words.js';
import { pieceOf } from './collect-duties.js';
import { fanOutOf } from './fan-out-of.js';
import { findReceiversInProse } from './find-receivers.js';
import type { Paragraph } from './join-lines.js';
import type { ProseContext } from './read-duty.js';
import { readClauseTiming } from './read-clause-timing.js';
import { titleOf } from './title-of.js';

const heads = '(?: ?[Tt]hủ trưởng| ?[Gg]iám đốc| ?[Ll]ãnh đạo)? ?';
const asked = new RegExp(`(?:[Yy]êu cầu|[Đđ]ề nghị)${heads}(?=\\p{Lu}|các )`, 'u');
const addressed = new RegExp(`^${heads}(?=Các |\\p{Lu})`, 'u');

/** The words of the closing up to the signature: "./." ends an official document. */
function wordsOf(paragraphs: readonly Paragraph[]): string {
  const text = paragraphs.map((paragraph) => paragraph.text).join(' ');
  const end = text.indexOf('./.');
  return (end < 0 ? text : text.slice(0, end + 3)).trim();
}

/** "… nếu có vướng mắc phản ánh về …": the closing asks everybody to raise difficulties; it may be tracked, it need not. */
export function readClosing(
  paragraphs: readonly Paragraph[],
  context: ProseContext,
): { item: ReadItem; doubts: Doubt[] } | null {
  const text = wordsOf(paragraphs);
  if (!/vướng mắc|khó khăn|phản ánh|phát sinh/u.test(text)) return null;
  const pieces = paragraphs.map(pieceOf);
  const request = asked.exec(text) ?? (text.startsWith('Trên đây') ? null : addressed.exec(text));
  const found = request ? readNames(text, request.index + request[0].length) : null;
  const leads = (found?.names ?? []).map(({ name }) => name);
  const raised = text.slice(Math.max(0, text.search(/[^.]*(?:vướng mắc|khó khăn|phát sinh)/u))).trim();
  const { handsOffTo } = findReceiversInProse(raised.replace(/(?:phản ánh|liên hệ)(?: kịp thời)? về/u, 'gửi về'));
  const { timing, anchors } = readClauseTiming(pieces, context.year);
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (!first || !last) return null;
  const item: ReadItem = {
    ref: 'closing',
    title: titleOf(raised),
    text,
    unitOfMeasure: null,
    leads,
    coordinators: [],
    timing: { ...timing, windows: [], deadline: null, asNeeded: true },
    targets: [],
    fansOutTo: fanOutOf(leads, context.asOf) ?? (leads.length > 1 ? 'all-subordinate-units' : null),
    kind: 'report',
    handsOffTo,
    receivesFrom: [],
    approvers: [],
    obligation: 'may',
    inferred: [],
    parentRef: null,
    anchors: { text: pieces.map((piece) => anchorOf(piece)), ...(anchors.length > 0 ? { timing: anchors } : {}) },
    source: { lines: [first.line, last.lastLine] },
  };
  return { item, doubts: [] };
}
