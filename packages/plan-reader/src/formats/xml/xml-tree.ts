import { SaxesParser } from 'saxes';

export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const chunkBytes = 64 * 1024;
/** Deeper than any office program writes; the bound keeps hostile nesting from exhausting the stack. */
const mostDepth = 200;
/** Elements held at once. Beyond this a single table is no plan. */
const mostElements = 3_000_000;

export class XmlTooLarge extends Error {}

/**
 * Walks an XML part and hands over each element that stands right inside `container`, complete, one after the other, so that a long
 * document is never held whole. No entity but the five of XML is known and nothing is fetched. Throws on broken XML.
 */
export function eachChildOf(bytes: Uint8Array, container: string, onChild: (child: XmlElement) => void): void {
  const parser = new SaxesParser({ xmlns: false });
  const open: XmlElement[] = [];
  const path: string[] = [];
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length >= mostDepth || (elements += 1) > mostElements) throw new XmlTooLarge(name);
    if (open.length > 0 || path.at(-1) === container) {
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    }
    path.push(name);
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.on('closetag', () => {
    path.pop();
    const closed = open.pop();
    if (closed && open.length === 0) {
      elements = 0;
      onChild(closed);
    }
  });
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function encodingOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';
}

export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first element at the end of a path of names, as `childAt(paragraph, 'w:pPr', 'w:numPr')`. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) {
    found = found?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  }
  return found;
}

export function textIn(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}
