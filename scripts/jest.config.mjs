import base from '../jest.package.mjs';

export default { ...base, rootDir: '.', testMatch: ['**/*.spec.mjs'], moduleFileExtensions: ['mjs', 'js', 'json'] };
