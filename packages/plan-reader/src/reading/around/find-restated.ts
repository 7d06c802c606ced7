import type { ReadItem } from '@phancong/contracts';
import { foldName } from '@phancong/units';

/** From this share of the words of a row on, prose says the row again. */
const most = 0.75;
const fewestWords = 3;

const wordsOf = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** "Sở Y tế" in one place and "Sở Y tế tỉnh" in the other are one lead. */
function shareLead(one: ReadItem, other: ReadItem): boolean {
  const names = other.leads.map((name) => foldName(name));
  return one.leads
    .map((name) => foldName(name))
    .some((name) => names.some((own) => own.startsWith(name) || name.startsWith(own)));
}

/** Words that every official sentence has tell no work from another. */
const common = new Set(
  'các và của trong theo về cho với để khi là được tại từ đến năm tổ chức thực hiện triển khai công tác nội dung nhiệm vụ kế hoạch phối hợp chủ trì đơn vị cơ quan tỉnh xã sở ban ngành'.split(
    ' ',
  ),
);
const contentOf = (text: string) => new Set(wordsOf(text).filter((word) => !common.has(word)));

/** From this share of shared words on, counted on the shorter of two titles, a person is asked. */
const likely = 0.5;
const fewestShared = 3;

/** Times that have no day in common are of two pieces of work. */
function mayBeAtOnce(one: ReadItem, other: ReadItem): boolean {
  const spans = ({ timing }: ReadItem) => [
    ...timing.windows.map(({ start, end }) => [start, end] as const),
    ...(timing.deadline?.lastDay ? [['', timing.deadline.lastDay] as const] : []),
  ];
  const [first, second] = [spans(one), spans(other)];
  if (first.length === 0 || second.length === 0) return true;
  return first.some(([from, to]) => second.some(([start, end]) => from <= end && start <= to));
}

/** The row of the table that a clause may say again in other words: the same lead, half of the words that tell one work from another. */
export function findLikely(clause: ReadItem, rows: readonly ReadItem[]): ReadItem | null {
  const said = contentOf(clause.title);
  let best: { row: ReadItem; share: number } | null = null;
  for (const row of rows) {
    const title = contentOf(row.title);
    const shared = [...title].filter((word) => said.has(word)).length;
    const share = shared / Math.max(1, Math.min(title.size, said.size));
    if (shared < fewestShared || share < likely || !shareLead(clause, row) || !mayBeAtOnce(clause, row)) continue;
    if (!best || share > best.share) best = { row, share };
  }
  return best?.row ?? null;
}

/** The row of the table that a clause of the prose says again: the same lead and nearly all the words of its title. */
export function findRestated(clause: ReadItem, rows: readonly ReadItem[]): ReadItem | null {
  const said = new Set(wordsOf(`${clause.title} ${clause.text}`));
  return (
    rows.find((row) => {
      const title = wordsOf(row.title);
      if (title.length < fewestWords || !shareLead(clause, row)) return false;
      return title.filter((word) => said.has(word)).length >= title.length * most;
    }) ?? null
  );
}
