import base from '../../jest.database.mjs';

/** Stories in a browser: each file has an office of its own (database, application, browser); two run side by side. */
export default {
  ...base,
  // Playwright and axe are heavy and come as CommonJS; the identity provider of a story is ESM alone.
  transformIgnorePatterns: ['/node_modules/(playwright-core|@axe-core|axe-core|@sparticuz)/'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
