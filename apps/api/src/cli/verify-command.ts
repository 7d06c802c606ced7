import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { releasedFlows, verifyDocument, verifyFlows, type Fault, type Flow } from '@phancong/workflows';

interface Writer {
  write(text: string): unknown;
}

const MOST_BYTES = 5 * 1024 * 1024;

/**
 * `phancong verify [FILE]`: every released workflow, or the one that FILE describes as JSON. 0 when nothing is to blame, 1 with
 * each fault as a short story, 2 when it could not begin.
 */
export async function runVerify(args: readonly string[], stdout: Writer, stderr: Writer): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return refuse(stderr, 'BAD_ARGUMENTS', 'tham số không đúng.', asked);
  const read = asked.file === undefined ? null : await readDocument(asked.file);
  if (read && 'code' in read) return refuse(stderr, read.code, read.vi, read.en);
  const faults = read ? verifyDocument(read.document) : verifyFlows(releasedFlows);
  stdout.write(asked.json ? `${JSON.stringify({ faults }, null, 2)}\n` : writeReport(faults, asked.file));
  return faults.length > 0 ? 1 : 0;
}

function readArguments(args: readonly string[]): { file: string | undefined; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    if (positionals.length > 1) return 'one FILE at most';
    return { file: positionals[0], json: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : 'bad arguments';
  }
}

function refuse(stderr: Writer, code: string, vi: string, en: string): number {
  stderr.write(`${code}: ${vi}\n${en}\n`);
  return 2;
}

type Read = { document: unknown } | { code: string; vi: string; en: string };

async function readDocument(file: string): Promise<Read> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) {
      return { code: 'FILE_TOO_LARGE', vi: `tệp ${file} lớn hơn 5 MB.`, en: `${file} is larger than 5 MB.` };
    }
    return { document: JSON.parse(await readFile(file, 'utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { code: 'NOT_JSON', vi: `tệp ${file} không phải JSON hợp lệ.`, en: `${file} is no valid JSON.` };
    }
    return { code: 'FILE_NOT_READABLE', vi: `không mở được tệp ${file}.`, en: `${file} cannot be opened.` };
  }
}

const count = (flow: Flow) => {
  const arrows = Object.values(flow.machine.states).reduce(
    (sum, node) => sum + [...node.transitions.values()].flat().length,
    0,
  );
  return `${Object.keys(flow.states).length} trạng thái / states, ${arrows} mũi tên / arrows`;
};

function writeReport(faults: readonly Fault[], file: string | undefined): string {
  if (faults.length > 0) {
    const lines = faults.flatMap(({ flow, story }) => [`✗ ${flow}: ${story.vi}`, `  ${story.en}`]);
    return `${[...lines, '', `${faults.length} lỗi / faults`].join('\n')}\n`;
  }
  const sound =
    file === undefined
      ? releasedFlows.map((flow) => `✓ ${flow.words.vi} (${flow.id} ${flow.version}): ${count(flow)}`)
      : [`✓ ${file}`];
  return `${[...sound, '', 'Không tìm thấy lỗi / no fault was found.'].join('\n')}\n`;
}
