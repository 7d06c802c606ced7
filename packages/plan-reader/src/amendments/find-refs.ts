/** Rows that an order names, and where in its text it names them. */
export type NamedRows = { refs: string[]; start: number; end: number };

/** Parts of an outline from the widest to the narrowest; a document may name them in either order. */
const ranks: readonly (readonly [RegExp, number])[] = [
  [/^phần$/iu, 0],
  [/^mục$/iu, 1],
  [/^(?:tiểu mục|khoản|số thứ tự|stt|dòng|hàng|nội dung|nhiệm vụ|đầu việc)$/iu, 2],
  [/^điểm$/iu, 3],
  [/^(?:tiết|ý)$/iu, 4],
];

const word = String.raw`tiểu mục|phần|mục|khoản|số thứ tự|STT|dòng|hàng|nội dung|nhiệm vụ|đầu việc|điểm|tiết|ý`;
const label = String.raw`(?:[IVX]+(?:\.\d{1,3})*(?:\.[a-zđ])?|\d{1,3}(?:\.\d{1,3})*(?:\.?[a-zđ])?|[a-zđ])(?![\p{L}\d/])`;
const named = new RegExp(
  String.raw`(?<!\p{L})(${word})(?:\s+(?:số|thứ))?\s*:?\s+((?:${label})(?:(?:\s*[,;]\s*|\s+và\s+|\s*,\s*và\s+)(?:${label}))*)`,
  'giu',
);
const labels = new RegExp(String.raw`(?<![\p{L}\d.])${label}`, 'gu');
const between = /^[\s,]*(?:(?:của|thuộc|tại|trong)\s+)?$/iu;

type Part = { rank: number; labels: string[]; start: number; end: number };

function rankOf(name: string, first: string): number {
  const rank = ranks.find(([pattern]) => pattern.test(name))?.[1] ?? 2;
  // "mục 2.1" is a number below a Roman part, "mục I" the part itself.
  return rank === 1 && !/^[IVX]/u.test(first) ? 2 : rank;
}

function findParts(text: string): Part[] {
  return [...text.matchAll(named)].flatMap((match) => {
    const [whole, name = '', list = ''] = match;
    const found = [...list.matchAll(labels)].map(([one]) => one);
    const [first] = found;
    // One letter is a label only after "điểm" or "tiết": "nội dung a" is no row.
    if (!first || (/^[a-zđ]$/u.test(first) && !/^(?:điểm|tiết|ý)$/iu.test(name))) return [];
    const end = match.index + whole.length;
    // "khoản 2 Điều 11 Luật …" is a clause of a law, and "Điều 1 khoản 2" one of this decision.
    if (/^\s*,?\s*Điều\s/iu.test(text.slice(end)) || /Điều\s+\d+\s*,?\s*$/iu.test(text.slice(0, match.index)))
      return [];
    return [{ rank: rankOf(name, first), labels: found, start: match.index, end }];
  });
}

/** "điểm b khoản 2.2 mục I" and "mục I khoản 2.2 điểm b" are I.2.2.b. */
function joinParts(parts: readonly Part[]): string[] {
  const byRank = parts.toSorted((a, b) => a.rank - b.rank);
  return byRank.reduce<string[]>(
    (refs, part) =>
      part.labels.flatMap((one) =>
        /^[IVX]/u.test(one) || refs.length === 0 ? [one] : refs.map((ref) => `${ref}.${one}`),
      ),
    [],
  );
}

/**
 * The rows that a sentence of a decision names: "mục I.1.2", "điểm b khoản 2.2 mục I", "các mục I.3.4, I.5.3 và II.1",
 * "số thứ tự 2.3 phần I". A ref without its Roman part stays as it is named; the table that is amended completes it.
 */
export function findRefs(text: string): NamedRows[] {
  const chains: Part[][] = [];
  for (const part of findParts(text)) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    const goesOn =
      last && between.test(text.slice(last.end, part.start)) && !chain?.some((other) => other.rank === part.rank);
    if (goesOn) chain?.push(part);
    else chains.push([part]);
  }
  // "điểm b khoản 6 và khoản 9 Mục III": the part that is named last holds both.
  for (const [index, chain] of chains.entries()) {
    const next = chains[index + 1];
    const widest = Math.min(...chain.map(({ rank }) => rank));
    const root = next?.find(({ rank }) => rank < widest && rank <= 1);
    const [last] = chain.slice(-1);
    if (last && next?.[0] && root && /^\s*(?:,|;|và|,\s*và)\s*$/u.test(text.slice(last.end, next[0].start))) {
      chain.push({ ...root, start: last.start, end: last.end });
    }
  }
  return chains.map((chain) => ({
    refs: [...new Set(joinParts(chain))],
    start: Math.min(...chain.map(({ start }) => start)),
    end: Math.max(...chain.map(({ end }) => end)),
  }));
}
