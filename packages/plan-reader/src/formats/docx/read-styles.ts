import { childAt, childrenOf, eachChildOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';

type NumberingOf = { numId: string | undefined; level: string | undefined };
export type ParagraphStyle = { numbering: NumberingOf | null; heading: number | null; font: string | null };

const plain: ParagraphStyle = { numbering: null, heading: null, font: null };

export function fontOf(runProperties: XmlElement | undefined): string | null {
  const fonts = childAt(runProperties, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? null;
}

export function numberingOf(paragraphProperties: XmlElement | undefined): NumberingOf | null {
  const numbering = childAt(paragraphProperties, 'w:numPr');
  if (!numbering) return null;
  return {
    numId: childAt(numbering, 'w:numId')?.attributes['w:val'],
    level: childAt(numbering, 'w:ilvl')?.attributes['w:val'],
  };
}

function headingOf(style: XmlElement): number | null {
  const level = childAt(style, 'w:pPr', 'w:outlineLvl')?.attributes['w:val'];
  if (level !== undefined && Number(level) < 9) return Number(level) + 1;
  const name = childAt(style, 'w:name')?.attributes['w:val'] ?? '';
  return Number(/^heading (\d)$/i.exec(name)?.[1] ?? 0) || null;
}

/** What a paragraph or run takes from its named style, through all the styles that it is based on. */
export class Styles {
  private readonly styles = new Map<string, { basedOn: string | undefined; own: ParagraphStyle }>();
  private defaultFont: string | null = null;
  private defaultStyle: string | undefined;

  constructor(part: Uint8Array | undefined) {
    if (!part) return;
    eachChildOf(part, 'w:styles', (child) => {
      if (child.name === 'w:docDefaults') this.defaultFont = fontOf(childAt(child, 'w:rPrDefault', 'w:rPr'));
      if (child.name !== 'w:style') return;
      const id = child.attributes['w:styleId'] ?? '';
      if (child.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(child.attributes['w:default'] ?? ''))
        this.defaultStyle = id;
      this.styles.set(id, {
        basedOn: childAt(child, 'w:basedOn')?.attributes['w:val'],
        own: {
          numbering: numberingOf(childAt(child, 'w:pPr')),
          heading: headingOf(child),
          font: fontOf(childAt(child, 'w:rPr')),
        },
      });
    });
  }

  of(id: string | undefined): ParagraphStyle {
    const found = { ...plain };
    const seen = new Set<string>();
    for (let at = id ?? this.defaultStyle; at !== undefined && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      const own = this.styles.get(at)?.own ?? plain;
      found.numbering ??= own.numbering;
      found.heading ??= own.heading;
      found.font ??= own.font;
    }
    found.font ??= this.defaultFont;
    return found;
  }
}

/** Tells whether an on/off property stands and is not switched off: `<w:vanish/>` yes, `<w:vanish w:val="0"/>` no. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes['w:val'] ?? 'true');
}

export function hasChild(element: XmlElement | undefined, name: string): boolean {
  return childrenOf(element, name).length > 0;
}
