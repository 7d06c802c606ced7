import base from './jest.config.mjs';

/** The measurements in a browser that `npm run bench` makes: one at a time, on an office of its own. */
export default { ...base, testMatch: ['**/*.bench.ts'], maxWorkers: 1 };
