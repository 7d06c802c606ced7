import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chances that fall the same way on every installation: one seed, one stream for each name. */
export interface Chances {
  /** A whole number, both ends included. */
  between(min: number, max: number): number;
  /** True in so many of a hundred cases. */
  happens(percent: number): boolean;
  pick<Thing>(things: readonly Thing[]): Thing;
  shuffle<Thing>(things: readonly Thing[]): Thing[];
}

/** FNV-1a: a name becomes a number, the same everywhere. */
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/**
 * The chances of one office (or one story). Every name has its own stream, so what one office does never shifts what
 * another does.
 */
export function chancesOf(seed: number, name: string): Chances {
  const generator = xoroshiro128plus(numberOf(name) ^ seed);
  const between = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    between,
    happens: (percent) => between(1, 100) <= percent,
    pick(things) {
      const thing = things[between(0, things.length - 1)];
      if (thing === undefined) throw new Error('There is nothing to pick from.');
      return thing;
    },
    shuffle(things) {
      const mixed = [...things];
      for (let place = mixed.length - 1; place > 0; place -= 1) {
        const other = between(0, place);
        const [a, b] = [mixed[place], mixed[other]];
        if (a !== undefined && b !== undefined) [mixed[place], mixed[other]] = [b, a];
      }
      return mixed;
    },
  };
}
