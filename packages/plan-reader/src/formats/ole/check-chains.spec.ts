import { describe, expect, it } from '@jest/globals';

import { makeDoc } from '../../testing/make-doc.js';
import { hasSoundChains } from './check-chains.js';
import { recogniseOle } from './recognise-ole.js';

const sound = makeDoc(['KẾ HOẠCH', ['TT', 'Nhiệm vụ', 'Chủ trì'], ['1', 'Tuần tra', 'Hạt Kiểm lâm']]);
const sector = 512;

/** The file with the successor of each sector in turn set to what `to` says. */
function* withChain(to: (one: number) => number): Generator<Uint8Array> {
  const table = (new DataView(sound.buffer, sound.byteOffset).getInt32(76, true) + 1) * sector;
  for (let one = 0; one < sound.length / sector - 1; one += 1) {
    const bytes = sound.slice();
    const view = new DataView(bytes.buffer);
    if (view.getInt32(table + one * 4, true) < -2) continue;
    view.setInt32(table + one * 4, to(one), true);
    yield bytes;
  }
}

describe('A compound file whose chains of sectors', () => {
  it('end and never meet is read', () => {
    expect(hasSoundChains(sound)).toBe(true);
    expect(recogniseOle(sound)).toBe('doc');
  });

  it('go round in a circle is damaged, and not followed until memory is full', () => {
    for (const bytes of withChain((one) => one)) expect(recogniseOle(bytes)).toBe('damaged');
  });

  it('meet is damaged, and a stream is not copied for each of them', () => {
    const view = new DataView(sound.buffer, sound.byteOffset);
    const table = (view.getInt32(76, true) + 1) * sector;
    const first =
      Array.from({ length: 20 }, (_, one) => one).find((one) => view.getInt32(table + one * 4, true) >= 0) ?? 0;
    const second = view.getInt32(table + first * 4, true);
    const joined = [...withChain((one) => (one === second ? -2 : second))].map((bytes) => hasSoundChains(bytes));
    // The chain itself is as it was where its own first sector is the one that was set.
    expect(joined.filter(Boolean).length).toBeLessThanOrEqual(2);
    expect(joined.length).toBeGreaterThan(4);
  });

  it('belong to a directory that leads back to itself is damaged', () => {
    const directory = (new DataView(sound.buffer, sound.byteOffset).getInt32(48, true) + 1) * sector;
    const bytes = sound.slice();
    new DataView(bytes.buffer).setInt32(directory + 128 + 76, 1, true);
    expect(recogniseOle(bytes)).toBe('damaged');
  });
});
