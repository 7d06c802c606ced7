import { splitUnitList } from '@phancong/units';

import type { Piece } from '../grid/table-rows.js';

/** What a cell that says several things of a row says where: who leads, who takes part, when. */
export type SplitRoles = Record<'leads' | 'coordinators' | 'timing', Piece[]>;
type Role = keyof SplitRoles | 'nothing';
/**
 * Words that end one role and begin another; `before`: the role of what stands before them since the last such words, or, with
 * `lastPart`, since the last stop.
 */
type Turn = { start: number; end: number; before: Role | null; after: Role; lastPart?: boolean };

const of = '(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|phòng) )?';
/** A label opens a line or a part; with a capital it also does inside a line that was wrapped. */
const opens = '(?:(?<=^|[\\n;.,(]\\s*|[-–+•*]\\s*)|(?<=\\s)(?=(?-i:\\p{Lu})))';

const turns: readonly { pattern: RegExp; before: Role | null; after: Role; lastPart?: boolean }[] = [
  {
    pattern: new RegExp(`${opens}${of}(?:chủ trì|đầu mối|thực hiện chính)(?: thực hiện)?\\s*:`, 'giu'),
    before: null,
    after: 'leads',
  },
  {
    pattern: new RegExp(`${opens}${of}(?:phối hợp|tham gia)(?: thực hiện)?\\s*:`, 'giu'),
    before: null,
    after: 'coordinators',
  },
  {
    pattern: new RegExp(`${opens}(?:thời gian|thời hạn|hạn)(?: thực hiện| hoàn thành)?\\s*:`, 'giu'),
    before: null,
    after: 'timing',
  },
  {
    pattern: /,?\s*\((?:đơn vị |cơ quan )?(?:chủ trì|đầu mối)\)/giu,
    before: 'leads',
    after: 'coordinators',
  },
  { pattern: /,?\s*\((?:đơn vị |cơ quan )?(?:phối hợp|tham gia)\)/giu, before: 'coordinators', after: 'coordinators' },
  {
    pattern:
      /(?<=\p{L},?\s+)(?:là đơn vị |làm )?(?:chủ trì|đầu mối)(?: thực hiện)?,?\s*(?:và )?phối hợp(?: chặt chẽ)?(?: với| cùng)?(?!\p{L})/giu,
    before: 'leads',
    after: 'coordinators',
  },
  {
    pattern: /(?<=\p{L}\s+)(?:là đơn vị |làm )?(?:chủ trì|đầu mối)(?: thực hiện)?(?=\s*(?:[,;.\n]|$))/giu,
    before: 'leads',
    after: 'nothing',
  },
  {
    pattern: /(?<=\p{L}\s+)(?:cùng )?phối hợp(?: thực hiện)?(?=\s*(?:[,;.\n]|$))/giu,
    before: 'coordinators',
    after: 'nothing',
    lastPart: true,
  },
  { pattern: /(?<=\p{L},?\s+)phối hợp(?: chặt chẽ)? (?:với|cùng)(?!\p{L})/giu, before: null, after: 'coordinators' },
  { pattern: /(?<=\p{L}\s+)(?:tổ chức )?thực hiện(?=\s*(?:[,;.\n]|$))/giu, before: null, after: 'nothing' },
  {
    pattern:
      /(?<=^|[,;.\n]\s*|\s)(?:và )?(?:hoàn thành|xong)(?=\s+(?:trước|trong|chậm nhất|vào|tháng|quý|đến|ngày|\d))/giu,
    before: null,
    after: 'timing',
  },
];

function findTurns(text: string): Turn[] {
  const found: Turn[] = [];
  for (const { pattern, before, after, lastPart } of turns) {
    for (const match of text.matchAll(pattern)) {
      const turn: Turn = {
        start: match.index,
        end: match.index + match[0].length,
        before,
        after,
        ...(lastPart ? { lastPart } : {}),
      };
      if (found.every((other) => turn.start >= other.end || turn.end <= other.start)) found.push(turn);
    }
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function cut(piece: Piece, start: number, end: number): Piece | null {
  const words = piece.text.slice(start, end);
  const lead = /^[\s,;.:–-]*/u.exec(words)?.[0].length ?? 0;
  const text = words
    .slice(lead)
    .replace(/[\s,;.:–-]+$/u, '')
    .replace(/(?:^|\s)(?:và|cùng)$/u, '');
  return text === '' ? null : { ...piece, text, from: (piece.from ?? 0) + start + lead };
}

/**
 * Divides a cell that names lead and partners together ("Sở Nội vụ chủ trì, phối hợp với Công an tỉnh; hoàn thành trước ngày
 * 15/02", "Chủ trì: … Phối hợp: …", "Sở Y tế (chủ trì), Sở Tài chính"). Null where the cell only lists names.
 */
export function splitRoles(pieces: readonly Piece[]): SplitRoles | null {
  const roles: SplitRoles = { leads: [], coordinators: [], timing: [] };
  let turned = false;
  for (const piece of pieces) {
    const found = findTurns(piece.text);
    turned ||= found.length > 0;
    let [from, role]: [number, Role] = [0, 'leads'];
    const add = (until: number, as: Role) => {
      const part = cut(piece, from, until);
      if (part && as !== 'nothing') roles[as].push(part);
    };
    for (const { start, end, before, after, lastPart } of found) {
      // "UBND phường; Đoàn Thanh niên phối hợp": the words are of the last name alone.
      const last = lastPart ? Math.max(...[';', '\n'].map((stop) => piece.text.lastIndexOf(stop, start))) : -1;
      if (last > from) {
        add(last, role);
        from = last + 1;
      }
      add(start, before ?? role);
      [from, role] = [end, after];
    }
    add(piece.text.length, role);
  }
  return turned ? roles : null;
}

/** "Sở Y tế, Sở Tài chính" in a column "Đơn vị chủ trì, phối hợp": the first leads, the others take part. Null for one name alone. */
export function splitFirst(pieces: readonly Piece[]): SplitRoles | null {
  const names = pieces.flatMap((piece) =>
    splitUnitList(piece.text).map(({ start, end }) => ({
      ...piece,
      text: piece.text.slice(start, end),
      from: (piece.from ?? 0) + start,
    })),
  );
  const [first, ...others] = names;
  return first && others.length > 0 ? { leads: [first], coordinators: others, timing: [] } : null;
}
