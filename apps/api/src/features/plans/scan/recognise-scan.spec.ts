import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { readPlanFile } from '@phancong/plan-reader';

import { recogniseWithin } from './recognise-scan.js';

const scans = join(__dirname, '../../../../../../packages/plan-reader/fixtures/scans');

async function readScan(name: string, timeMs = 150_000) {
  const bytes = new Uint8Array(await readFile(join(scans, name)));
  const pages: number[] = [];
  const result = await readPlanFile(bytes, {
    recogniseScan: recogniseWithin(timeMs),
    onProgress: ({ page }) => pages.push(page),
  });
  if (!result.ok) throw new Error(result.code);
  return { ...result.reading, pages };
}

describe('a plan that somebody scanned', () => {
  it('as a picture gives its rows with leads, merged cells and times', async () => {
    const { items, doubts, pages } = await readScan('thien-tai-trang-1.jpg');
    expect(items.map(({ ref }) => ref)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(items[2]?.leads).toEqual(['Sở Nông nghiệp và Môi trường']);
    expect(items[1]?.timing.deadline?.lastDay).toBe('2026-05-14');
    expect(doubts[0]?.message.vi).toContain('ảnh quét');
    expect(pages).toEqual([1]);
  }, 180_000);

  it('as a PDF of pictures is read too, and the words that are not sure are named', async () => {
    const { items, doubts } = await readScan('thue.pdf');
    expect(items.length).toBeGreaterThanOrEqual(5);
    const leads = items.flatMap((item) => item.leads);
    expect(leads).toContain('Phòng Quản lý hộ kinh doanh, cá nhân');
    expect(doubts.some(({ code, message }) => code === 'ODD_TEXT' && message.vi.includes('%'))).toBe(true);
  }, 180_000);

  it('page by page among pages with words is read where it stands, and told by its number', async () => {
    const { items, doubts } = await readScan('trang-quet-trong-tep.pdf');
    expect(items.map(({ ref }) => ref)).toEqual(['A1', 'A2', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(items[3]).toMatchObject({ leads: ['Sở Nông nghiệp và Môi trường'], anchors: { title: [{ page: 2 }] } });
    expect(doubts.filter(({ message }) => message.vi.startsWith('Trang 2-3 là ảnh quét'))).toHaveLength(1);
    expect(doubts.filter(({ code }) => code === 'NOT_READ')).toEqual([]);
  }, 180_000);

  it('with more pages than there is time for gives what was read, and names the pages that were not', async () => {
    const { items, doubts } = await readScan('trang-quet-trong-tep.pdf', 0);
    expect(items.length).toBeGreaterThan(0);
    expect(doubts.find(({ code }) => code === 'NOT_READ')?.message.vi).toMatch(/^CHƯA ĐỌC trang 3 /u);
  }, 180_000);
});
