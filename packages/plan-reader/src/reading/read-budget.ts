/** How many đồng one unit of money words has. */
const units: readonly (readonly [RegExp, number])[] = [
  [/tỷ|tỉ đồng/iu, 1_000_000_000],
  [/triệu|trđ|tr\.đ/iu, 1_000_000],
  [/nghìn|ngàn|1\.000 ?đ/iu, 1_000],
  [/đồng|vnđ|vnd|(?<!\p{L})đ(?!\p{L})/iu, 1],
];

const unitOf = (words: string) => units.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** Without a unit a figure below this could be thousands or millions: nobody may say which. */
const surelyDong = 1_000_000;

/** "4.500" is four thousand and a half thousand, "1,2" one and a fifth, as Vietnamese writes them. */
function readFigure(words: string): number | null {
  const figure = /\d+(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?/u.exec(words)?.[0];
  if (!figure) return null;
  const grouped = /^\d+(?:[. ]\d{3})+(?:,\d+)?$/u.test(figure);
  return Number(grouped ? figure.replace(/[. ]/gu, '').replace(',', '.') : figure.replace(',', '.'));
}

/**
 * The money of a cell in whole đồng. The unit stands in the cell ("5 triệu đồng") or over the column ("Kinh phí (triệu đồng)"). Null
 * where no figure stands, several do, or the unit is not said and not sure.
 */
export function readBudget(words: string, header: string): number | null {
  if ((words.match(/\d[\d.,]*/gu) ?? []).length !== 1) return null;
  const figure = readFigure(words);
  if (figure === null) return null;
  const unit = unitOf(words) ?? unitOf(header) ?? (figure >= surelyDong ? 1 : null);
  return unit === null ? null : Math.round(figure * unit);
}
