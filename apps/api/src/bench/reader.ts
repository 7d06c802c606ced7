import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { printFigure, say } from './figures.js';
import type { OneReading } from './read-once.js';

const fixtures = fileURLToPath(new URL('../../../../packages/plan-reader/fixtures/', import.meta.url));
const readOnce = fileURLToPath(new URL('./read-once.js', import.meta.url));

const PAGES = 300;
/** Rows of a responsibility table that fill a page of a plan. */
const ROWS_TO_A_PAGE = 10;

interface Sample {
  format: string;
  name: string;
  pages: number;
  bytes: Uint8Array;
  goal?: { seconds: number; mebibytes: number };
}

/** The same document with its last row said again and again, so that it has as many pages as asked for. */
function repeatLastRow(
  text: string,
  row: RegExp,
  rows: number,
  renumber: (row: string, index: number) => string,
): string {
  const at = text.lastIndexOf([...text.matchAll(row)].at(-1)?.[0] ?? text);
  const last = row.exec(text.slice(at))?.[0] ?? '';
  row.lastIndex = 0;
  const more = Array.from({ length: rows }, (_, index) => renumber(last, index)).join('');
  return text.slice(0, at + last.length) + more + text.slice(at + last.length);
}

const wordRow = /<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs;
const sheetRow = /<row (?:(?!<\/row>).)*<\/row>/gs;
const htmlRow = /<tr(?:(?!<\/tr>).)*<\/tr>/gs;
const csvRow = /^\d+;.*\r\n/gm;

function growPart(bytes: Uint8Array, part: string, grow: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(grow(strFromU8(parts[part] ?? new Uint8Array()))) });
}

async function makeSamples(): Promise<Sample[]> {
  const open = async (name: string) => new Uint8Array(await readFile(join(fixtures, name)));
  const rows = PAGES * ROWS_TO_A_PAGE;
  const docx = growPart(await open('documents/y-te.docx'), 'word/document.xml', (xml) =>
    repeatLastRow(xml, wordRow, rows, (row) => row),
  );
  const xlsx = growPart(await open('documents/thanh-nien.xlsx'), 'xl/worksheets/sheet1.xml', (xml) =>
    repeatLastRow(xml, sheetRow, rows, (row, index) =>
      row.replaceAll(/(<row r="|<c r="[A-Z]+)\d+/g, `$1${index + 50}`),
    ),
  );
  const csv = strFromU8(await open('documents/van-hoa.csv'));
  const html = strFromU8(await open('documents/nong-nghiep.html'));
  return [
    { format: '.docx', name: 'long.docx', pages: PAGES, bytes: docx, goal: { seconds: 5, mebibytes: 512 } },
    { format: '.xlsx', name: 'long.xlsx', pages: PAGES, bytes: xlsx },
    {
      format: '.html',
      name: 'long.html',
      pages: PAGES,
      bytes: strToU8(repeatLastRow(html, htmlRow, rows, (row) => row)),
    },
    {
      format: '.csv',
      name: 'long.csv',
      pages: PAGES,
      bytes: strToU8(repeatLastRow(csv, csvRow, rows, (row) => row)),
    },
    { format: '.pdf', name: 'thien-tai.pdf', pages: 2, bytes: await open('documents/thien-tai.pdf') },
    { format: 'scanned .pdf', name: 'thue.pdf', pages: 1, bytes: await open('scans/thue.pdf') },
  ];
}

/** Reads one long document of each format, each in a process of its own: pages a second, and the most memory that the process held. */
export async function measureReader(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'phancong-bench-'));
  try {
    for (const { format, name, pages, bytes, goal } of await makeSamples()) {
      say(`reading ${pages} pages of ${format} …`);
      const file = join(folder, name);
      await writeFile(file, bytes);
      const { stdout } = await promisify(execFile)(process.execPath, [readOnce, file]);
      const { seconds, cpuSeconds, mebibytes, items } = JSON.parse(stdout) as OneReading;
      printFigure({
        figure: `reading ${format}, ${pages} pages`,
        value: pages / seconds,
        unit: 'pages/s',
        ...(goal
          ? {
              goal: `< ${goal.seconds} s, < ${goal.mebibytes} MiB`,
              met: seconds < goal.seconds && mebibytes < goal.mebibytes,
            }
          : {}),
        details: {
          seconds: Math.round(seconds * 100) / 100,
          cpuSeconds: Math.round(cpuSeconds * 100) / 100,
          peakMiB: Math.round(mebibytes),
          items,
        },
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
