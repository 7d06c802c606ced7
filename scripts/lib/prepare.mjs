import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMissingPackages } from './lock.mjs';
import { bin, root } from './paths.mjs';
import { run } from './run.mjs';
import { sayWhile, Stop } from './say.mjs';

/** Runs `npm ci` when, and only when, node_modules is not what package-lock.json asks for. */
export async function ensureInstalled() {
  const lock = await readJson(join(root, 'package-lock.json'));
  const installed = await readJson(join(root, 'node_modules', '.package-lock.json')).catch(() => ({ packages: {} }));
  if (findMissingPackages(lock, installed).length === 0) return;
  await sayWhile(
    'Cài các gói (npm ci), lần đầu mất khoảng một phút',
    'Installing packages (npm ci), about a minute the first time',
    async () => {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const { code, output } = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      if (code !== 0) throw new Stop(...installProblem(output), lastLines(output));
    },
  );
}

/**
 * Builds what changed since the last build; turbo knows by the content of the files. With `keepGoing` a package that fails does not
 * keep the others from being built.
 */
export async function ensureBuilt({ keepGoing = false } = {}) {
  await sayWhile('Biên dịch phần đã thay đổi', 'Building what changed', async () => {
    const args = ['run', 'build', '--output-logs=errors-only', ...(keepGoing ? ['--continue'] : [])];
    const { code, output } = await run(bin('turbo'), args);
    if (code !== 0) throw new Stop('Biên dịch không thành công.', 'The build failed.', lastLines(output, 60));
  });
}

function installProblem(output) {
  if (/ENOSPC/.test(output)) {
    return ['Ổ đĩa hết chỗ trống; cần khoảng 1,5 GB.', 'The disk is full; about 1.5 GB is needed.'];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return ['Không có quyền ghi vào thư mục này.', 'This folder cannot be written by this account.'];
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    return [
      'Không kết nối được kho gói npm. Hãy kiểm tra mạng hoặc cấu hình proxy, rồi chạy lại.',
      'The npm registry cannot be reached. Check the network or the proxy settings, then start again.',
    ];
  }
  return ['Cài đặt không thành công.', 'The installation failed.'];
}

function lastLines(text, count = 25) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
