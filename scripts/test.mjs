import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runJest } from './lib/jest-run.mjs';
import { checkStartingNode, findRuntimeNode } from './lib/node-runtime.mjs';
import { root } from './lib/paths.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain, sayWhile, Stop } from './lib/say.mjs';
import { checks, testFolders } from './lib/steps.mjs';

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const isWanted = (name) => !only || only.some((wanted) => name === wanted || name.endsWith(`/${wanted}`));

/** `npm test`: all that CI runs. It goes on after a failure, tells all failures, and ends with one line of counts. */
await runMain(async () => {
  /** @type {{ passed: number, failures: { title: string, message: string }[] }} */
  const total = { passed: 0, failures: [] };
  for (const stage of [prepare, () => ensureBuilt({ keepGoing: true }), () => runAll(total)]) {
    try {
      await stage();
    } catch (error) {
      total.failures.push({ title: 'npm test', message: error instanceof Stop ? error.message : error.stack });
      // Without packages nothing can run; after a failed build much still can, and all of it should be seen.
      if (stage === prepare) break;
    }
  }
  for (const { title, message } of total.failures)
    process.stdout.write(['', `✗ ${title}`, indent(message), ''].join('\n'));
  process.stdout.write(`\n${total.passed} passed, ${total.failures.length} failed\n`);
  process.exitCode = total.failures.length === 0 ? 0 : 1;
});

async function prepare() {
  checkStartingNode();
  await ensureInstalled();
}

async function runAll(total) {
  const node = await findRuntimeNode();
  const { beginTestRun } = await import('@phancong/testing');
  const testRun = await sayWhile('PostgreSQL cho các phép thử', 'PostgreSQL for the tests', beginTestRun);
  Object.assign(process.env, testRun.env);
  try {
    for (const { name, vi, check } of checks.filter((step) => isWanted(step.name))) {
      const { code, output } = await sayWhile(`Kiểm tra: ${vi}`, `Check: ${name}`, () => check({ node }));
      if (code === 0) total.passed += 1;
      else total.failures.push({ title: `check: ${name}`, message: output });
    }
    for (const folder of [...testFolders, ...findUnlistedFolders()].filter(isWanted)) {
      const result = await sayWhile(`Phép thử: ${folder}`, `Tests: ${folder}`, () => runJest(folder, node));
      total.passed += result.passed;
      total.failures.push(...result.failures);
    }
  } finally {
    await testRun.end();
  }
}

/** Workspaces with tests that nobody put into the list are run too, at the end. */
function findUnlistedFolders() {
  return ['packages', 'apps']
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => !testFolders.includes(folder) && existsSync(join(root, folder, 'jest.config.mjs')));
}

function indent(text) {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}
