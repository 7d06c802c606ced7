import { letterAt } from '../outline.js';
import type { Paragraph } from './join-lines.js';
import { levelOf } from './marks.js';
import type { Mark } from './marks.js';

/** A numbered paragraph with what stands below it. `body` is its text without the mark, `more` the paragraphs without number. */
export type Clause = {
  paragraph: Paragraph;
  mark: Mark;
  body: string;
  level: number;
  ref: string;
  parent: Clause | null;
  children: Clause[];
  more: Paragraph[];
  /** Paragraphs that close the list of its children and speak of all of them. */
  tail: Paragraph[];
};

const speaksOfAll =
  /^(?:Ngoài|Bên cạnh|Ngoài ra,)(?: các| những| việc| nội dung| ra)?[^.;]{0,80}(?:nêu trên|trên đây|trên,|ở trên)/u;

/** `bullets`: how many the parent has before this one. */
function refOf(mark: Mark, parent: Clause | null, bullets: number): string {
  if (mark.style === 'dash' || mark.style === 'plus') {
    return [parent?.ref, letterAt(bullets)].filter(Boolean).join('.');
  }
  const label = mark.style === 'part' ? `P${mark.steps[0] ?? ''}` : mark.label;
  let above = parent;
  while (mark.style === 'number' && mark.steps.length > 1 && above?.mark.style === 'number') above = above.parent;
  return [above?.ref, label].filter(Boolean).join('.');
}

/** "2.1" belongs below "2" and not below a "1" that happens to stand open. */
function isAbove(clause: Clause, mark: Mark): boolean {
  if (clause.level >= levelOf(mark)) return false;
  if (clause.mark.style !== 'number' || mark.style !== 'number') return true;
  return clause.mark.steps.every((step, index) => mark.steps[index] === step);
}

/** Puts paragraphs into the order of their marks. Refs are those that an official would say: "VII.7.1", "III.1.đ". */
export function outlineProse(
  paragraphs: readonly Paragraph[],
  prefix: string | null,
): { roots: Clause[]; loose: Paragraph[] } {
  const roots: Clause[] = [];
  const loose: Paragraph[] = [];
  const refs = new Map<string, number>();
  const bullets = new Map<string, number>();
  let open: Clause | null = null;
  for (const paragraph of paragraphs) {
    const { mark } = paragraph;
    if (!mark) {
      let holder: Clause | null = open;
      while (holder?.parent && (holder.mark.style === 'dash' || holder.mark.style === 'plus')) holder = holder.parent;
      if (!holder) loose.push(paragraph);
      else if (speaksOfAll.test(paragraph.text) && holder.parent) holder.parent.tail.push(paragraph);
      else if (holder.children.length > 0) holder.tail.push(paragraph);
      else holder.more.push(paragraph);
      continue;
    }
    while (open && !isAbove(open, mark)) open = open.parent;
    const siblings: Clause[] = open ? open.children : roots;
    const counter = `${open?.ref ?? ''} ${open?.paragraph.row ?? ''} ${mark.style}`;
    const wanted = refOf(mark, open, bullets.get(counter) ?? 0);
    bullets.set(counter, (bullets.get(counter) ?? 0) + 1);
    const base: string = open ? wanted : [prefix, wanted].filter(Boolean).join(' ');
    const seen = refs.get(base) ?? 0;
    refs.set(base, seen + 1);
    const clause: Clause = {
      paragraph,
      mark,
      body: paragraph.text.slice(mark.length),
      level: levelOf(mark),
      ref: seen === 0 ? base : `${base}.${letterAt(seen)}`,
      parent: open,
      children: [],
      more: [],
      tail: [],
    };
    siblings.push(clause);
    open = clause;
  }
  return { roots, loose };
}
