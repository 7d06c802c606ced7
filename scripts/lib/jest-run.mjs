import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** Runs the Jest of one folder and gives { passed, failures }, a failure being { title, message }. */
export async function runJest(folder, node) {
  const scratch = await mkdtemp(join(tmpdir(), 'phancong-jest-'));
  try {
    const outputFile = join(scratch, 'results.json');
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const args = [jest, '--json', `--outputFile=${outputFile}`, '--silent'];
    const { output } = await run(node, args, { cwd: join(root, folder), env: { CI: '1' } });
    const report = await readFile(outputFile, 'utf8').then(JSON.parse, () => undefined);
    return report ? summariseReport(report, folder) : { passed: 0, failures: [{ title: folder, message: output }] };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Counts a report of Jest. A file that could not be run counts as one failure, and so does a skipped test: what was not seen to work
 * is not called passed.
 */
export function summariseReport(report, folder) {
  const failures = [];
  let passed = 0;
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    if (file.assertionResults.length === 0) failures.push({ title: path, message: file.message });
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else
        failures.push({
          title: `${path} › ${test.fullName}`,
          message: test.failureMessages?.join('\n') || test.status,
        });
    }
  }
  if (report.testResults.length === 0) failures.push({ title: folder, message: 'No test was found.' });
  return { passed, failures };
}
