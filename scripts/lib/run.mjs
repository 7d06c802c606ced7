import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { root } from './paths.mjs';

/** Tools that would phone home are told not to; ours never do. */
const quietTools = {
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
};

/**
 * Runs a program to its end. Its output is collected, and shown as it comes only when `show` is set. Gives
 * { code, output }; rejects when the program cannot be started at all.
 */
export function run(file, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && file.endsWith('.cmd'),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (show) process.stderr.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The environment of our own plus the programs of node_modules/.bin first on the path, as `npm run` would have it. */
export function environment() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? '', dirname(process.execPath)];
  return { ...process.env, ...quietTools, PATH: path.filter(Boolean).join(delimiter) };
}
