import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';

const oldestToStart = [20, 19];
const majorToRun = 24;

/**
 * What Node is told of the application, here and in docker/Dockerfile. A start leaves much behind that is garbage soon; the space for what is
 * young grows with it and is never given back, so it is bounded: 228 MiB at rest instead of 285, for a twentieth of the moves.
 */
export const applicationFlags = ['--enable-source-maps', '--max-semi-space-size=24'];

/** The scripts themselves need little; the application runs on the Node that npm installed. */
export function checkStartingNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestToStart[0] || (major === oldestToStart[0] && minor >= oldestToStart[1])) return;
  throw new Stop(
    `Cần Node ${oldestToStart.join('.')} trở lên để chạy; đang có ${process.versions.node}. Tải về từ nodejs.org.`,
    `Node ${oldestToStart.join('.')} or newer is needed to start; this is ${process.versions.node}. Get it from nodejs.org.`,
  );
}

/**
 * The path of the Node 24 that the application runs on: the one of node_modules, else our own when it is 24 or newer. When an
 * installation ran without scripts the binary is missing; it is then fetched once with `npm rebuild`.
 */
export async function findRuntimeNode() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const installed = join(root, 'node_modules', 'node', 'bin', `node${ending}`);
  if (await isRuntime(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= majorToRun) return process.execPath;
  await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['rebuild', 'node', '--foreground-scripts']);
  if (await isRuntime(installed)) return installed;
  throw new Stop(
    `Không tìm thấy Node ${majorToRun} trong node_modules. Hãy xóa node_modules rồi chạy lại, hoặc cài Node ${majorToRun}.`,
    `Node ${majorToRun} was not found in node_modules. Delete node_modules and start again, or install Node ${majorToRun}.`,
  );
}

async function isRuntime(path) {
  if (!existsSync(path)) return false;
  const { code, output } = await run(path, ['--version']).catch(() => ({ code: 1, output: '' }));
  return code === 0 && output.startsWith(`v${majorToRun}.`);
}
