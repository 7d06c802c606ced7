import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { wordError } from '@phancong/contracts';
import type { AmendmentChange, ErrorCode, PlanReading } from '@phancong/contracts';
import type { ReadProgress } from '@phancong/plan-reader';

import { readDocumentApart } from '../features/plans/read-plan-apart.js';
import { DomainError } from '../platform/errors/domain-error.js';

import { writeReadingTable } from './write-reading-table.js';

interface Writer {
  write(text: string): unknown;
}

const mostBytes = 50 * 1024 * 1024;

type Arguments = { file: string; format: 'json' | 'table'; year: number | undefined };

function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, table: { type: 'boolean' }, year: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return 'one FILE is needed';
    if (values.json && values.table) return 'choose --json or --table';
    if (values.year !== undefined && !/^(?:19|20)\d{2}$/.test(values.year)) return `--year ${values.year} is no year`;
    return { file, format: values.table ? 'table' : 'json', year: values.year ? Number(values.year) : undefined };
  } catch (error) {
    return error instanceof Error ? error.message : 'bad arguments';
  }
}

function refuse(stderr: Writer, code: string, vi: string, en: string): number {
  stderr.write(`${code}: ${vi}\n${en}\n`);
  return 2;
}

function refuseKnown(stderr: Writer, code: ErrorCode, details: Record<string, unknown>): number {
  const { vi, en } = wordError(code, details);
  return refuse(stderr, code, vi, en);
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

const QUIET_MS = 1500;
/** At the command line nobody else waits: two hundred scanned pages may be read to their end. */
const PATIENCE_MS = 15 * 60_000;

/** A line on standard error whenever the reading of a long document has gone on for a while without one. */
function sayProgress(stderr: Writer): (progress: ReadProgress) => void {
  let said = Date.now();
  return ({ page, pages }) => {
    if (Date.now() - said < QUIET_MS) return;
    said = Date.now();
    stderr.write(`Đã đọc trang / Read page ${page}/${pages}\n`);
  };
}

/** An amendment has its changes beside what every reading has. */
function writeReading(
  reading: PlanReading,
  amendment: { changes: readonly AmendmentChange[] } | null,
  format: Arguments['format'],
): string {
  if (format === 'table') return writeReadingTable(reading, amendment?.changes);
  return `${JSON.stringify({ ...reading, ...amendment }, null, 2)}\n`;
}

/** `phancong read`: 0 with the reading on standard output, or 2 with a named error on standard error and nothing on standard output. */
export async function runRead(args: readonly string[], stdout: Writer, stderr: Writer): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') return refuse(stderr, 'BAD_ARGUMENTS', 'tham số không đúng.', parsed);
  const bytes = await readBytes(parsed.file);
  if (!bytes)
    return refuse(stderr, 'FILE_NOT_READABLE', `không mở được tệp ${parsed.file}.`, `${parsed.file} cannot be opened.`);
  if (bytes.length > mostBytes) return refuseKnown(stderr, 'FILE_TOO_LARGE', { limit: mostBytes / 1024 / 1024 });

  try {
    const { format, year } = parsed;
    const { reading, amendment } = await readDocumentApart(bytes, basename(parsed.file), {
      year,
      timeLimitMs: PATIENCE_MS,
      onProgress: sayProgress(stderr),
    });
    stdout.write(writeReading(reading, amendment, format));
    return 0;
  } catch (error) {
    if (error instanceof DomainError) return refuseKnown(stderr, error.code, error.details);
    throw error;
  }
}
