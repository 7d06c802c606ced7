import base from './jest.package.mjs';

/** Jest for packages whose tests use a real PostgreSQL (`createTestDatabase`): one server is held for the whole run. */
export default {
  ...base,
  // A real database and a real reader on a busy machine: five seconds, as Jest has it, would tell of the machine.
  testTimeout: 20_000,
  globalSetup: '@phancong/testing/jest-global-setup',
  globalTeardown: '@phancong/testing/jest-global-teardown',
};
