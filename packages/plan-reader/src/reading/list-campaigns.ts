import type { PlanReading, ReadItem } from '@phancong/contracts';

import { toTiming } from './read-item-timing.js';

/** The waves of a campaign: each piece of its timing that gives a window of its own, named by the words of the text. */
function listWaves(item: ReadItem, year: number | null): PlanReading['calendar'] {
  const pieces = (item.timing.text ?? '')
    .split(/;|\svà\s|(?:^|\s)[-+•]\s/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  return pieces.flatMap((piece) => {
    const [window] = toTiming(piece, year, 'time').windows;
    return window ? [{ name: `${item.title} - ${piece}`, start: window.start, end: window.end, ref: item.ref }] : [];
  });
}

/** The campaign calendar of a plan: every wave of the items that come in waves, in the order of the document. */
export function listCampaigns(items: readonly ReadItem[], year: number | null): PlanReading['calendar'] {
  return items
    .filter((item) => item.kind === 'campaign' && item.timing.windows.length > 1 && item.timing.inheritedFrom === null)
    .flatMap((item) => listWaves(item, year));
}
