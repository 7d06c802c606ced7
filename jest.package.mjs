/** Jest for packages and the api: swc turns everything, dependencies included, into CommonJS (Nest and friends are ESM only). */
const parser = { syntax: 'typescript', decorators: true };
const typescript = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};
const javascript = {
  swcrc: false,
  jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
};
export default {
  testEnvironment: 'node',
  rootDir: 'src',
  testMatch: ['**/*.spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', typescript], '^.+\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [],
};
