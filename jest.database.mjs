import base from './jest.package.mjs';

/** Jest for packages whose tests use a real PostgreSQL (`createTestDatabase`): one server is held for the whole run. */
export default {
  ...base,
  globalSetup: '@phancong/testing/jest-global-setup',
  globalTeardown: '@phancong/testing/jest-global-teardown',
};
