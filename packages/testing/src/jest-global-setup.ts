import { beginTestRun, type TestRun } from './test-run.js';

declare global {
  var phancongTestRun: TestRun | undefined;
}

/** Jest `globalSetup`: one server for all test files of this Jest, also when it is run by hand inside a package. */
export default async function beginRunForJest(): Promise<void> {
  globalThis.phancongTestRun = await beginTestRun();
  Object.assign(process.env, globalThis.phancongTestRun.env);
}
