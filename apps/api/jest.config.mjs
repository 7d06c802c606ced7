import base from '../../jest.package.mjs';

export default { ...base, testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'] };
