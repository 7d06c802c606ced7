import type { Target } from '@phancong/contracts';

/** A target with the place of its words in the text it was read from. `perStated`: the text itself says per whom. */
export type FoundTarget = { target: Target; start: number; end: number; perStated: boolean; periodStated: boolean };

/** Things that plans count. */
const counted =
  'tiết mục|gian hàng|đơn vị|đoàn viên|hội viên|học sinh|sinh viên|giáo viên|công trình|ha|km|tấn|thôn|tỉnh|huyện|phường|hội nghị|hội thảo|tọa đàm|toạ đàm|cuộc thi|cuộc họp|cuộc|cụm|lớp|khóa|khoá|đợt|buổi|lượt|lần|kỳ|tin, bài|tin bài|tin|bài|phóng sự|chuyên đề|chuyên mục|chuyên trang|ấn phẩm|sản phẩm|video clip|video|clip|tờ rơi|tờ gấp|tờ|mô hình|điểm|người|hộ|xã|trường|đoàn|báo cáo|văn bản|bản tin|số|cơ sở|chương trình|banner|pano|băng rôn|áp phích';
const bounds = 'tối thiểu|ít nhất|không ít hơn|không dưới|tối đa|không quá|khoảng|từ|đạt|trên';
const number = '\\d{1,3}(?:\\.\\d{3})+|\\d{1,4}(?:,\\d+)?';
const quantity = `(?<![\\p{L}\\d/.,-])(?<bound>(?:(?:${bounds})(?: có| là| được| phải)? ?)*)(?<low>${number})(?: ?[-–] ?(?<high>${number}))?`;

const percent = new RegExp(
  `${quantity} ?%(?: (?<base>[^.;:()\\n]{1,80}?))?(?: trong (?<period>năm|quý|tháng|tuần))?(?=\\s*(?:[.;:()\\n]|$))`,
  'giu',
);
const perPeriod = new RegExp(
  `${quantity} (?<unit>(?:${counted})(?![\\p{L}])|\\p{L}+)(?<middle>(?: [^/.;:()\\n]{1,60}?)?)(?<per>(?: ?/ ?[^/.;:()\\n\\d]{1,40}?)*?) ?/ ?(?<period>ngày|tuần|tháng|quý|năm)(?![\\p{L}])`,
  'giu',
);
const perWhom = new RegExp(
  `${quantity} (?<unit>(?:${counted})(?![\\p{L}])) ?/ ?(?<per>\\p{L}+(?: \\p{L}+)?)(?![\\p{L}/])`,
  'giu',
);
const bare = new RegExp(`${quantity} (?<unit>(?:${counted})(?![\\p{L}]))(?! ?/)`, 'giu');

function readNumber(text: string): number {
  return Number(text.replaceAll('.', '').replace(',', '.'));
}

/** "tối thiểu 02": a floor; "không quá 3": a ceiling; "10-12": a range; "khoảng": about. */
function readBounds(groups: Record<string, string | undefined>): Pick<Target, 'min' | 'max' | 'approx'> {
  const bound = (groups['bound'] ?? '').toLowerCase();
  const low = readNumber(groups['low'] ?? '0');
  const high = groups['high'] === undefined ? low : readNumber(groups['high']);
  const approx = bound.includes('khoảng') ? { approx: true } : {};
  if (/tối đa|không quá/.test(bound)) return { min: null, max: high, ...approx };
  if (/tối thiểu|ít nhất|không ít hơn|không dưới|trên|từ/.test(bound) && groups['high'] === undefined) {
    return { min: low, max: null, ...approx };
  }
  return { min: low, max: high, ...approx };
}

/** A clause is looked for in so many characters before the number. */
const longestClause = 600;

function clauseBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - longestClause), index);
  const start = Math.max(
    ...[/(?:^|[\s\n])[-+•*] /gu, /(?<!\.)[.;:] /gu, /\n/gu].map((edge) => {
      const last = [...before.matchAll(edge)].at(-1);
      return last ? last.index + last[0].length : 0;
    }),
  );
  return before
    .slice(start)
    .replace(/\n/g, ' ')
    .replace(/(?:[\s,(]+(?:đảm bảo|bảo đảm|trong đó|với|ở|đạt|tại|phải|có|tổ chức))*[\s,(]*$/u, '')
    .replace(/^(?:tổ chức|thực hiện|triển khai) (?:các |những )?/iu, '')
    .trim();
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordMetric(text: string, index: number, unit: string, middle: string, title: string): string {
  if (middle.trim().length > 3) return capitalise(`${unit}${middle}`.trim());
  const clause = clauseBefore(text, index);
  return clause.split(' ').length >= 4 ? capitalise(clause) : `${capitalise(unit)}: ${title}`;
}

/** A work cell of a page has some 4,000 characters; the bound keeps the reading of any input short. */
const longestText = 40_000;

/**
 * Reads the countable targets of a work text: ranges, floors, ceilings, shares, per whom and per period. Without a stated period
 * a target is of the year, since the plan is. `title` words the metric where the clause itself says too little.
 */
export function readTargets(cellText: string, title: string): FoundTarget[] {
  const text = cellText.slice(0, longestText);
  const found: FoundTarget[] = [];
  const isTaken = (start: number, end: number) => found.some((other) => start < other.end && other.start < end);
  const addAll = (pattern: RegExp, build: (groups: Record<string, string | undefined>, index: number) => Target) => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
      const end = match.index + match[0].length;
      const groups = match.groups ?? {};
      if (isTaken(start, end)) continue;
      const target = build(groups, match.index);
      found.push({ target, start, end, perStated: target.per !== null, periodStated: groups['period'] !== undefined });
    }
  };
  addAll(percent, (groups, index) => ({
    metric: wordMetric(text, index, '%', '', title),
    ...readBounds(groups),
    unit: groups['base'] ? `% ${groups['base'].trim()}` : '%',
    per: null,
    period: groups['period'] ?? 'năm',
  }));
  addAll(perPeriod, (groups, index) => ({
    metric: wordMetric(text, index, groups['unit'] ?? '', groups['middle'] ?? '', title),
    ...readBounds(groups),
    unit: groups['unit'] ?? '',
    per:
      (groups['per'] ?? '')
        .replace(/^ ?\/ ?/, '')
        .replace(/ ?\/ ?/g, '/')
        .trim() || null,
    period: groups['period'] ?? 'năm',
  }));
  addAll(perWhom, (groups, index) => ({
    metric: wordMetric(text, index, groups['unit'] ?? '', '', title),
    ...readBounds(groups),
    unit: groups['unit'] ?? '',
    per: groups['per'] ?? null,
    period: 'năm',
  }));
  addAll(bare, (groups) => ({
    metric: `Số ${groups['unit'] ?? ''}: ${title}`,
    ...readBounds(groups),
    unit: groups['unit'] ?? '',
    per: null,
    period: 'năm',
  }));
  return found.toSorted((a, b) => a.start - b.start);
}
