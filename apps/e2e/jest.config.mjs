import base from '../../jest.database.mjs';

/** Stories in a browser: each file has an office of its own (database, application, browser); two run side by side. */
export default {
  ...base,
  // Only our own code has to be turned for Jest; playwright is heavy and comes as CommonJS.
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
