import { beginsDuty } from '@phancong/units';

import type { Piece } from '../../grid/table-rows.js';
import { letterAt } from '../outline.js';
import { isLabelLine } from './find-role-labels.js';
import { findSubject } from './find-subject.js';
import type { Paragraph } from './join-lines.js';
import type { Clause } from './outline-prose.js';
import { readClauseTiming } from './read-clause-timing.js';
import { readHolder } from './read-holder.js';
import type { Holder } from './read-holder.js';
import { recogniseSection } from './recognise-section.js';
import type { SectionRole } from './recognise-section.js';

/** A piece of work that a plan in prose may hold, before it is known whose it is and when. */
export type Duty = {
  ref: string;
  /** Title of the heading that it stands under alone; null for a numbered clause. */
  heading: Paragraph | null;
  headingTitles: string[];
  paragraphs: Paragraph[];
  role: SectionRole;
  holder: Holder | null;
  /** The heading or clause right above it, whose words on time and partners serve it too. */
  leadIn: Clause | null;
  isBullet: boolean;
  siblings: string;
  /** Where its parts, if it must be split, take their refs: "VII.7.1" from its first letter on. */
  letters: { base: string; first: number };
  /** One of several duties that stand in one clause. */
  isPart: boolean;
};

type Place = { role: SectionRole; holder: Holder | null; titles: string[]; leadIn: Clause | null };

/** The words of a paragraph at their places; the mark is blank, so that it is taken for no number or date. */
export function pieceOf(paragraph: Paragraph): Piece {
  const mark = paragraph.mark?.length ?? 0;
  return { text: ' '.repeat(mark) + paragraph.text.slice(mark), line: paragraph.line, row: paragraph.row, cell: 0 };
}

const isBullet = ({ mark }: Clause) => mark.style === 'dash' || mark.style === 'plus';

/** All paragraphs of a clause and of what stands below it, in their order. */
function allParagraphs(clause: Clause): Paragraph[] {
  return [clause.paragraph, ...clause.more, ...clause.children.flatMap(allParagraphs), ...clause.tail];
}

function isHeading(clause: Clause, place: Place): boolean {
  const { mark, body, children, more } = clause;
  if (['part', 'upper', 'roman'].includes(mark.style)) return true;
  if (
    children.filter((child) => isLabelLine(child.body) || /^(?:Nội dung|Yêu cầu|Mục tiêu)[^:]{0,30}:/u.test(child.body))
      .length *
      2 >
    children.length
  )
    return false;
  if (children.some((child) => !isBullet(child))) return true;
  if (children.some((child) => isLabelLine(child.body))) return false;
  if (more.some(({ text }) => isLabelLine(text))) return false;
  if (children.length === 0 && more.length === 0) return false;
  const endsOpen = !/[.;,:…]$/u.test(body);
  if (children.length === 0) return endsOpen && body.length < 200;
  const tellsChildren = body.endsWith(':');
  const givesWork = children.some((child) => findSubject(child.body) !== null);
  if (givesWork) return true;
  if (isBullet(clause)) return false;
  if (endsOpen) return body.length < 250;
  return (
    mark.style === 'number' &&
    tellsChildren &&
    (place.holder === null || !beginsDuty(body.charAt(0).toLowerCase() + body.slice(1)))
  );
}

/** In a catalogue of forms a heading with its time is one campaign; what stands below are its topics. */
function isCampaign(clause: Clause, place: Place): boolean {
  if (place.role !== 'forms' || clause.children.some((child) => !isBullet(child))) return false;
  return readClauseTiming([pieceOf(clause.paragraph)], 2000).timing.windows.length > 0;
}

class Collector {
  readonly duties: Duty[] = [];
  readonly headings: Clause[] = [];

  visit(clause: Clause, place: Place): void {
    const holder = readHolder(clause, place);
    if (!holder && !isHeading(clause, place)) {
      this.add(clause.ref, allParagraphs(clause), place, isBullet(clause), null, clause.parent?.ref ?? '');
      return;
    }
    this.headings.push(clause);
    const role = recogniseSection(clause.body, place.titles, place.role);
    const below: Place = {
      role: holder && role !== 'context' ? 'assignment' : role,
      holder: holder ?? place.holder,
      titles: [...place.titles, clause.body],
      leadIn: clause,
    };
    if (!holder && isCampaign(clause, below)) {
      this.headings.pop();
      this.add(clause.ref, allParagraphs(clause), below, false, clause.paragraph, clause.parent?.ref ?? '');
      return;
    }
    this.visitMore(clause, below, holder);
    for (const child of clause.children) this.visit(child, below);
    const letters = clause.children.filter(isBullet).length;
    for (const [index, paragraph] of clause.tail.entries())
      this.add(`${clause.ref}.${letterAt(letters + index)}`, [paragraph], below, false, null, clause.ref, {
        base: clause.ref,
        first: letters + index,
      });
  }

  private visitMore(clause: Clause, below: Place, holder: Holder | null): void {
    const more = clause.more.filter(({ text }) => !/^\(.*\)\.?$/u.test(text));
    if (clause.children.length > 0) {
      const duties = more.filter(({ text }) => !text.endsWith(':'));
      if (below.holder && duties.length > 0) this.add(clause.ref, duties, below, false, null, clause.ref);
      return;
    }
    const heading = holder ? null : clause.paragraph;
    const [only] = more;
    if (more.length === 1 && only) this.add(clause.ref, [only], below, false, heading, clause.parent?.ref ?? '');
    else
      for (const [index, paragraph] of more.entries())
        this.add(`${clause.ref}.${letterAt(index)}`, [paragraph], below, false, null, clause.ref);
    if (more.length === 0 && holder?.duty)
      this.add(clause.ref, [clause.paragraph], below, false, null, clause.parent?.ref ?? '');
  }

  private add(
    ref: string,
    paragraphs: Paragraph[],
    place: Place,
    bullet: boolean,
    heading: Paragraph | null,
    siblings: string,
    letters = { base: ref, first: 0 },
  ): void {
    this.duties.push({
      ref,
      heading,
      headingTitles: place.titles,
      paragraphs,
      role: place.role,
      holder: place.holder,
      leadIn: place.leadIn,
      isBullet: bullet,
      siblings,
      letters,
      isPart: false,
    });
  }
}

/** Everything in the outline that could be work, with the part it stands in and the office that its heading names. */
export function collectDuties(
  roots: readonly Clause[],
  role: SectionRole = 'plain',
): { duties: Duty[]; headings: Clause[] } {
  const collector = new Collector();
  for (const root of roots) collector.visit(root, { role, holder: null, titles: [], leadIn: null });
  return collector;
}
