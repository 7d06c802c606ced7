import type { TestDatabaseTemplate } from '@phancong/testing';

import { startApi } from './api-process.js';

/** The demonstration as `npm start` loads it, lived through once for a whole run of the tests; every story begins in a copy. */
export const demonstrationTemplate: TestDatabaseTemplate = {
  key: 'demonstration',
  prepare: async (url) => {
    const api = await startApi(url);
    await api.stop();
  },
};
