import type { Target } from '@phancong/contracts';

import type { Piece } from '../../grid/table-rows.js';
import type { PlacedTarget } from '../place-targets.js';
import { readTargets } from '../read-targets.js';
import { maskCitations } from './mask-citations.js';

const number = '(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:,\\d+)?)';
const bound =
  '(?<bound>(?:tối thiểu|ít nhất|không ít hơn|không dưới|tối đa|không quá|khoảng|từ|đạt|trên|dưới|hơn)(?: có| là| được| đạt| từ| trên| khoảng)*)';
const share = new RegExp(
  `(?:${bound} )?(?<![\\d,.])(?<low>${number}) ?%?(?: ?[-–] ?(?<high>${number}))? ?%(?<base> số [^.;:()\\d]{2,60}?(?= trong | trên | được | tham gia | có | đạt | tại | và |\\.|;|:|\\)|$))?(?: trở lên)?(?<scope> trên địa bàn (?:tỉnh|huyện|xã))?`,
  'giu',
);
const weekly =
  /mỗi (?<period>tuần|tháng|quý|năm) (?:có |phải |tổ chức |đạt )*(?<bound>tối thiểu|ít nhất|không dưới|tối đa|không quá)? ?(?<low>\d{1,4})(?: ?[-–] ?(?<high>\d{1,4}))? (?<unit>chuyên đề|chuyên mục|chuyên trang|hội nghị|bản tin|phóng sự|\p{L}+)/giu;
const provided = new RegExp(
  `(?:chuẩn bị|trang bị|bố trí|mua sắm|mua|dự trữ|lắp đặt|trồng)(?: (?:ít nhất|tối thiểu|đủ|sẵn|mới|thêm))* (?<list>${number} [^.;:()\\d]{2,40}?(?:, ${number} [^.;:()\\d]{2,40}?)*)(?=[.;:()]|$| phục vụ| để| cho| tại| nhằm| đảm bảo)`,
  'giu',
);
const providedOne = new RegExp(`(?<low>${number}) (?<unit>\\p{L}+(?: \\p{L}+){0,2})`, 'gu');

const toNumber = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));

function boundsOf(
  groups: Record<string, string | undefined>,
  trailing: string,
): Pick<Target, 'min' | 'max' | 'approx'> {
  const words = (groups['bound'] ?? '').toLowerCase();
  const low = toNumber(groups['low'] ?? '0');
  const high = groups['high'] === undefined ? low : toNumber(groups['high']);
  const approx = /khoảng/u.test(words) ? { approx: true } : {};
  if (/tối đa|không quá|dưới/u.test(words) && !/không dưới/u.test(words)) return { min: null, max: high, ...approx };
  const isFloor = /tối thiểu|ít nhất|không ít hơn|không dưới|trên|hơn|từ/u.test(words) || /^ ?trở lên/u.test(trailing);
  return isFloor && groups['high'] === undefined
    ? { min: low, max: null, ...approx }
    : { min: low, max: high, ...approx };
}

function metricOf(text: string, start: number, end: number): string {
  const from =
    Math.max(text.lastIndexOf('. ', start), text.lastIndexOf('; ', start), text.lastIndexOf(': ', start)) + 1;
  const after = /[.;]/u.exec(text.slice(end));
  const words = text
    .slice(from, after ? end + after.index : text.length)
    .replace(/\s+/gu, ' ')
    .trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 200);
}

/** Plain counts in running text are targets only where they are asked for: "tổ chức 04 lớp", "tối thiểu 02 cuộc". */
function isAsked(piece: Piece, found: { start: number }, words: string): boolean {
  if (/^(?:tối thiểu|ít nhất|không dưới|không ít hơn|tối đa|không quá|khoảng|từ|trên)/iu.test(words)) return true;
  return /(?:tổ chức|xây dựng|mở|thực hiện|sản xuất|biên soạn|đăng|phát|in|cấp|trồng|lắp đặt|thành lập|hoàn thành|đạt|có|kiểm tra|tập huấn|đảm bảo|bảo đảm|diễn tập|tại)(?: (?:các|được|có|từ|đủ|mới|ít nhất))* ?$/iu.test(
    piece.text.slice(0, found.start),
  );
}

/** The countable targets of a duty in prose. A share without a stated period has none; years and numbers of documents are no targets. */
export function readClauseTargets(pieces: readonly Piece[], title: string): PlacedTarget[] {
  return pieces.flatMap((piece): PlacedTarget[] => {
    const text = maskCitations(piece.text);
    const found: PlacedTarget[] = [];
    const isTaken = (start: number, end: number) => found.some((other) => start < other.end && other.start < end);
    for (const match of text.matchAll(share)) {
      const groups = match.groups ?? {};
      const end = match.index + match[0].length;
      const trailing = text.slice(end, end + 12);
      const period = /^ trong (năm|quý|tháng|tuần)|^\/(năm|quý|tháng)/u.exec(trailing);
      const base = groups['base']?.trim();
      const target: Target = {
        metric: metricOf(text, match.index, end),
        ...boundsOf(groups, match[0].endsWith('trở lên') ? ' trở lên' : trailing),
        unit: base ? `% ${base}` : '%',
        per: groups['scope']?.trim().split(' ').at(-1) ?? null,
        period: period?.[1] ?? period?.[2] ?? null,
      };
      found.push({
        target,
        start: match.index,
        end,
        perStated: target.per !== null,
        periodStated: period !== null,
        piece,
      });
    }
    for (const match of text.matchAll(weekly)) {
      const groups = match.groups ?? {};
      const end = match.index + match[0].length;
      const target = {
        metric: metricOf(text, match.index, end),
        ...boundsOf(groups, ''),
        unit: groups['unit'] ?? '',
        per: null,
        period: groups['period'] ?? null,
      };
      found.push({ target, start: match.index, end, perStated: false, periodStated: true, piece });
    }
    for (const match of text.matchAll(provided)) {
      const list = match.groups?.['list'] ?? '';
      const at = match.index + match[0].indexOf(list);
      for (const one of list.matchAll(providedOne)) {
        const [start, end] = [at + one.index, at + one.index + one[0].length];
        const target = {
          metric: metricOf(text, start, end),
          ...boundsOf({ low: one.groups?.['low'], bound: /ít nhất|tối thiểu/u.exec(match[0])?.[0] }, ''),
          unit: one.groups?.['unit'] ?? '',
          per: null,
          period: 'năm',
        };
        if (!isTaken(start, end)) found.push({ target, start, end, perStated: false, periodStated: false, piece });
      }
    }
    for (const entry of readTargets(text, title)) {
      if (isTaken(entry.start, entry.end) || entry.target.unit.startsWith('%')) continue;
      const words = text.slice(entry.start, entry.end);
      const each = /mỗi ([\p{Ll}, ]{2,30}?)(?:,? (?:có|tổ chức|phải|đạt|xây dựng|thành lập|mở))* ?$/iu.exec(
        text.slice(0, entry.start),
      );
      const term = /^[^.;,/]{0,80}\/ ?(học kỳ|năm học|vụ|mùa)/u.exec(text.slice(entry.end));
      if (each && !entry.perStated) entry.target.per = each[1] ?? null;
      if (term && !entry.periodStated) entry.target.period = term[1] ?? null;
      const isCount = entry.perStated || entry.periodStated || isAsked(piece, entry, words);
      if (isCount && !words.includes('\u0001')) found.push({ ...entry, piece });
    }
    return found.toSorted((a, b) => a.start - b.start);
  });
}
