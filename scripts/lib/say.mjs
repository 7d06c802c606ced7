import { setInterval, clearInterval } from 'node:timers';

/** Progress goes to stderr, results to stdout, so that either can be read by a program alone. Vietnamese first, then English. */
export function say(vi, en) {
  process.stderr.write(`${vi}\n  ${en}\n`);
}

const secondsBetweenSigns = 15;

/**
 * Announces a step, does it, and says how long it took. While it runs there is a sign of life every 15 seconds, so that
 * nobody takes a slow step for a dead one.
 */
export async function sayWhile(vi, en, work) {
  const began = Date.now();
  say(`▸ ${vi}`, en);
  const timer = setInterval(() => {
    process.stderr.write(`    … ${secondsSince(began)} giây / s\n`);
  }, secondsBetweenSigns * 1000);
  try {
    const result = await work();
    process.stderr.write(`    ✓ ${secondsSince(began)} giây / s\n`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

export function secondsSince(began) {
  return Math.round((Date.now() - began) / 1000);
}

/** An end that was foreseen: the two sentences say what happened and what to do. No stack is printed for it. */
export class Stop extends Error {
  constructor(vi, en, details = '') {
    super([vi, en, details].filter(Boolean).join('\n'));
    this.name = 'Stop';
  }
}

/** Runs the main function of a script; a foreseen failure prints its sentences alone, any failure ends with code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const foreseen = error instanceof Stop || error?.name === 'LocalPostgresError';
    process.stderr.write(`\n✗ ${foreseen ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
