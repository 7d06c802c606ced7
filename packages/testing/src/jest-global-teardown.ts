/** Jest `globalTeardown`: the counterpart of jest-global-setup. */
export default async function endRunForJest(): Promise<void> {
  await globalThis.phancongTestRun?.end();
}
