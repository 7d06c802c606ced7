import { childAt, childrenOf, eachChildOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { isOn } from './read-styles.js';

type Level = { format: string; text: string; start: number; restartAfter: number | null; legal: boolean };
type List = { counters: number[]; started: boolean[] };

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function toRoman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, sign] of romans) for (; rest >= worth; rest -= worth) written += sign;
  return written;
}

/** As Word letters its lists: a … z, then aa, bb. It knows no đ. */
function toLetter(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(5, Math.floor((value - 1) / 26) + 1));
}

function writeNumber(value: number, format: string): string {
  if (value < 1 || value > 5000) return String(value);
  if (format === 'upperRoman') return toRoman(value);
  if (format === 'lowerRoman') return toRoman(value).toLowerCase();
  if (format === 'upperLetter') return toLetter(value).toUpperCase();
  if (format === 'lowerLetter') return toLetter(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return format === 'none' ? '' : String(value);
}

/** Signs of symbol fonts are boxes without their font; on paper they are bullets. */
function writeBullet(text: string): string {
  return /^[-–—+*•]$/u.test(text.trim()) ? text.trim().replace('—', '–') : '•';
}

function readLevel(level: XmlElement): Level {
  const restart = childAt(level, 'w:lvlRestart')?.attributes['w:val'];
  return {
    format: childAt(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
    text: childAt(level, 'w:lvlText')?.attributes['w:val'] ?? '',
    start: Number(childAt(level, 'w:start')?.attributes['w:val'] ?? 0),
    restartAfter: restart === undefined ? null : Number(restart),
    legal: isOn(childAt(level, 'w:isLgl')),
  };
}

/** Counts the automatic numbers of a Word document, paragraph by paragraph in its order, as Word prints them. */
export class NumberCounter {
  private readonly abstracts = new Map<string, { levels: Map<number, Level>; styleLink: string | undefined }>();
  private readonly instances = new Map<
    string,
    { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }
  >();
  private readonly lists = new Map<string, List>();
  private readonly overridden = new Set<string>();

  constructor(part: Uint8Array | undefined) {
    if (part) eachChildOf(part, 'w:numbering', (child) => this.take(child));
  }

  private take(child: XmlElement): void {
    if (child.name === 'w:abstractNum') {
      const levels = childrenOf(child, 'w:lvl').map(
        (level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)] as const,
      );
      this.abstracts.set(child.attributes['w:abstractNumId'] ?? '', {
        levels: new Map(levels),
        styleLink:
          childAt(child, 'w:numStyleLink')?.attributes['w:val'] ?? childAt(child, 'w:styleLink')?.attributes['w:val'],
      });
    } else if (child.name === 'w:num') {
      const starts = new Map<number, number>();
      const levels = new Map<number, Level>();
      for (const override of childrenOf(child, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'] ?? 0);
        const start = childAt(override, 'w:startOverride')?.attributes['w:val'];
        const level = childAt(override, 'w:lvl');
        if (start !== undefined) starts.set(at, Number(start));
        if (level) levels.set(at, readLevel(level));
      }
      this.instances.set(child.attributes['w:numId'] ?? '', {
        abstractId: childAt(child, 'w:abstractNumId')?.attributes['w:val'] ?? '',
        starts,
        levels,
      });
    }
  }

  /** A list that only links to a list style takes its levels from the list that defines that style. */
  private levelsOf(abstractId: string): Map<number, Level> {
    const own = this.abstracts.get(abstractId);
    if (!own || own.levels.size > 0 || own.styleLink === undefined) return own?.levels ?? new Map<number, Level>();
    const linked = [...this.abstracts.values()].find(
      ({ styleLink, levels }) => styleLink === own.styleLink && levels.size > 0,
    );
    return linked?.levels ?? own.levels;
  }

  /** The label of the next paragraph of this list at this level, or null when it has none. Each call counts. */
  next(numId: string | undefined, level: number): string | null {
    const instance = this.instances.get(numId ?? '');
    if (!instance || numId === '0') return null;
    const abstractLevels = this.levelsOf(instance.abstractId);
    const levelAt = (at: number) => instance.levels.get(at) ?? abstractLevels.get(at);
    const own = levelAt(level);
    if (!own) return null;
    const list = this.lists.get(instance.abstractId) ?? { counters: [], started: [] };
    this.lists.set(instance.abstractId, list);

    for (const [at, start] of instance.starts) {
      const key = `${numId}/${at}`;
      if (this.overridden.has(key) || at > level) continue;
      this.overridden.add(key);
      list.counters[at] = start - 1;
      list.started[at] = true;
    }
    for (let at = 0; at <= level; at += 1) {
      if (list.started[at]) continue;
      list.started[at] = true;
      list.counters[at] = (levelAt(at)?.start ?? 1) - (at === level ? 1 : 0);
    }
    list.counters[level] = (list.counters[level] ?? 0) + 1;
    for (let at = level + 1; at < 9; at += 1) {
      const after = levelAt(at)?.restartAfter ?? null;
      if (after === 0 || (after !== null && level >= after)) continue;
      list.started[at] = false;
    }
    if (own.format === 'bullet') return writeBullet(own.text);
    return own.text
      .replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal');
        return writeNumber(list.counters[at] ?? levelAt(at)?.start ?? 1, format);
      })
      .trim();
  }
}
