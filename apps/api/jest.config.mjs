import base from '../../jest.database.mjs';

export default { ...base, testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'] };
