import { spawn } from 'node:child_process';
import { environment } from './run.mjs';
import { root } from './paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const secondsToStop = 15;

/** For Node programs: they end when we are gone, however that came about. */
export const endWithParent = `--import=${new URL('end-with-parent.mjs', import.meta.url).href}`;

/**
 * Runs a program in the foreground until it ends, and gives its exit code. Signals reach it as SIGTERM once, so that it can finish
 * what it has begun; a second signal, or 15 seconds, ends it at once. It has a process group of its own: else Ctrl-C in a
 * terminal would reach it twice.
 */
export async function supervise(file, args, { env = {}, cwd = root } = {}) {
  const child = spawn(file, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let asked = false;
  let timer;
  const stop = () => {
    if (asked) return child.kill('SIGKILL');
    asked = true;
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), secondsToStop * 1000);
    return undefined;
  };
  const killNow = () => child.kill('SIGKILL');
  for (const signal of signals) process.on(signal, stop);
  process.on('exit', killNow);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(asked ? 0 : (code ?? 1)));
    });
  } finally {
    clearTimeout(timer);
    process.off('exit', killNow);
    for (const signal of signals) process.off(signal, stop);
  }
}
