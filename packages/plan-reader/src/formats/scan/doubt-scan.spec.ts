import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readPlanFile } from '../../read-plan-file.js';
import { listPages } from '../page/page.js';

const bytes = new Uint8Array(readFileSync(join(__dirname, '../../../fixtures/scans/trang-quet-trong-tep.pdf')));

async function doubtsWith(
  recognised: { unread: number[] } | null,
): Promise<{ asked: readonly number[]; told: string[] }> {
  let asked: readonly number[] = [];
  const result = await readPlanFile(bytes, {
    ...(recognised && {
      recogniseScan: (_bytes, _kind, _tell, only = []) => {
        asked = only;
        return Promise.resolve({ pages: [], ...recognised });
      },
    }),
  });
  if (!result.ok) throw new Error(result.code);
  const told = result.reading.doubts.filter(({ code }) => code === 'NOT_READ').map(({ message }) => message.vi);
  return { asked, told };
}

describe('Scanned pages among pages with words', () => {
  it('are told by their numbers where nothing recognises them', async () => {
    const { told } = await doubtsWith(null);
    expect(told).toEqual([expect.stringMatching(/^Trang 2-3 không có lớp chữ/u)]);
  });

  it('are the only ones that recognition is asked for; those that it did not reach are told', async () => {
    const { asked, told } = await doubtsWith({ unread: [3] });
    expect(asked).toEqual([2, 3]);
    expect(told).toEqual([expect.stringMatching(/^CHƯA ĐỌC trang 3 \(1 trang quét\)/u)]);
  });

  it('are listed as a person lists pages', () => {
    expect(listPages([9, 2, 3, 4, 61, 62])).toBe('2-4, 9, 61-62');
  });
});
