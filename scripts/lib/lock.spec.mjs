import { describe, expect, it } from '@jest/globals';
import { findMissingPackages, findUnlockedOptionals } from './lock.mjs';

const lock = {
  packages: {
    '': { optionalDependencies: { 'turbo-linux': '1.0.0' } },
    'node_modules/turbo-linux': { version: '1.0.0', optional: true },
    'node_modules/turbo-darwin': { version: '1.0.0', optional: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/@phancong/web': { resolved: 'apps/web', link: true },
    'apps/web': { version: '0.1.0' },
  },
};

describe('packages to install', () => {
  it('are none when all but other platforms is there', () => {
    const installed = {
      packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/turbo-linux': { version: '1.0.0' } },
    };
    expect(findMissingPackages(lock, installed)).toEqual([]);
  });

  it('are named when a version differs or a package is absent', () => {
    const installed = { packages: { 'node_modules/turbo-linux': { version: '0.9.0' } } };
    expect(findMissingPackages(lock, installed)).toEqual(['node_modules/turbo-linux', 'node_modules/zod']);
  });
});

describe('packages of other platforms', () => {
  it('are complete when each optional dependency is locked, be it nested', () => {
    const nested = {
      packages: {
        'node_modules/a': { optionalDependencies: { fast: '1.0.0', hoisted: '1.0.0' } },
        'node_modules/a/node_modules/fast': { version: '1.0.0' },
        'node_modules/hoisted': { version: '1.0.0' },
      },
    };
    expect(findUnlockedOptionals(nested)).toEqual([]);
  });

  it('are reported with who needs them', () => {
    const broken = { packages: { 'node_modules/turbo': { optionalDependencies: { '@turbo/darwin-64': '2.11.9' } } } };
    expect(findUnlockedOptionals(broken)).toEqual(['node_modules/turbo → @turbo/darwin-64']);
  });
});
