import base from '../../jest.package.mjs';

const typescript = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
};

export default {
  ...base,
  testEnvironment: '<rootDir>/testing/dom-environment.mjs',
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleNameMapper: { ...base.moduleNameMapper, '\\.css$': '<rootDir>/testing/empty-stylesheet.ts' },
  testTimeout: 30_000,
  setupFilesAfterEnv: ['<rootDir>/testing/set-up-dom.ts'],
  transform: { ...base.transform, '^.+\\.tsx?$': ['@swc/jest', typescript] },
};
