import type { PlanReading, ReadItem } from '@phancong/contracts';

/** A heading of the table with its place among the rows. */
export interface PlacedHeading {
  ref: string;
  title: string;
  position: number;
}

export interface PlacedItem {
  item: ReadItem;
  position: number;
}

/** Text as the database keeps it: NFC, without the character NUL and without halves of characters, which it refuses. */
const cleanText = (text: string) => {
  const whole = /[\ud800-\udfff]/.test(text) ? Buffer.from(text).toString() : text;
  return whole.replaceAll('\0', '').normalize('NFC');
};

export function cleanReading(reading: PlanReading): PlanReading {
  return JSON.parse(JSON.stringify(reading), (_, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  ) as PlanReading;
}

/** Headings and items in the order of the document, one run of positions over both. */
export function placeRows(reading: PlanReading): { headings: PlacedHeading[]; items: PlacedItem[] } {
  const lineOfHeading = (ref: string) =>
    reading.source.find((row) => row.kind === 'heading' && row.refs.includes(ref))?.line;
  const waiting = reading.headings.map((heading) => ({ ...heading, line: lineOfHeading(heading.ref) }));
  const headings: PlacedHeading[] = [];
  const items: PlacedItem[] = [];
  let position = 0;
  for (const item of reading.items) {
    // A heading whose line is not known stands before the first item below it.
    const begins = (heading: (typeof waiting)[number]) =>
      heading.line === undefined ? item.ref.startsWith(`${heading.ref}.`) : heading.line <= item.source.lines[0];
    for (const heading of waiting.filter(begins)) {
      headings.push({ ref: heading.ref, title: heading.title, position });
      position += 1;
      waiting.splice(waiting.indexOf(heading), 1);
    }
    items.push({ item, position });
    position += 1;
  }
  for (const { ref, title } of waiting) {
    headings.push({ ref, title, position });
    position += 1;
  }
  return { headings, items };
}
