import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findViolations } from './find-violations.mjs';
import { sideDoors } from './rules.mjs';

const planted = [
  [
    'contracts reaches up',
    'packages/contracts/src/task.ts',
    "import { x } from '@phancong/calendar';",
    /may not import calendar/,
  ],
  [
    'the calendar reads the clock',
    'packages/calendar/src/due.ts',
    'export const now = () => Date.now();',
    /may not use Date\.now/,
  ],
  [
    'the calendar asks for today',
    'packages/calendar/src/due.ts',
    'export const today = new Date();',
    /may not use new Date\(\)/,
  ],
  [
    'a machine reads a file',
    'packages/workflows/src/task.machine.ts',
    "import { readFile } from 'fs/promises';",
    /may not import node:fs\/promises/,
  ],
  [
    'a machine knows Nest',
    'packages/workflows/src/task.machine.ts',
    "import { Injectable } from '@nestjs/common';",
    /is pure/,
  ],
  [
    'the web reads documents itself',
    'apps/web/src/app/page.tsx',
    "import { readPlan } from '@phancong/plan-reader';",
    /may not import plan-reader/,
  ],
  [
    'a back door of a package',
    'apps/api/src/main.ts',
    "import { x } from '@phancong/units/dist/registry.js';",
    /only doors/,
  ],
  [
    'a folder beside the side door of a package',
    'apps/api/src/main.ts',
    "import { x } from '@phancong/plan-reader/formats';",
    /only doors/,
  ],
  [
    'a relative way out of a package',
    'packages/units/src/a.ts',
    "import { x } from '../../contracts/src/task.js';",
    /may not leave packages\/units/,
  ],
  [
    'platform knows a feature',
    'apps/api/src/platform/http/a.ts',
    "import { x } from '../../features/work/work.service.js';",
    /knows no feature/,
  ],
  [
    'a feature opens the cupboard of another',
    'apps/api/src/features/plans/a.ts',
    "import { x } from '../work/work.mapper.js';",
    /is private to feature work/,
  ],
  [
    'a feature reaches where no edge is declared',
    'apps/api/src/features/work/a.ts',
    "import { x } from '../plans/plans.service.js';",
    /Feature work may not import plans/,
  ],
  [
    'a service builds queries',
    'apps/api/src/features/work/work.service.ts',
    "import { In } from 'typeorm';",
    /move the query to a repository/,
  ],
  [
    'an entity calls a service',
    'apps/api/src/features/work/task.entity.ts',
    "import { x } from './work.service.js';",
    /no behaviour/,
  ],
  [
    'a screen imports another screen',
    'apps/web/src/features/plans/a.tsx',
    "import { x } from '../work/components/list.js';",
    /may not import feature work/,
  ],
  [
    'a button knows a feature',
    'apps/web/src/components/ui/button.tsx',
    "import { x } from '../../features/work/api/get.js';",
    /knows no feature/,
  ],
  [
    'a late import',
    'packages/contracts/src/a.ts',
    "export const late = () => import('@phancong/units');",
    /may not import units/,
  ],
  ['a new workspace without edges', 'packages/gossip/src/a.ts', 'export {};', /is not in workspaceEdges/],
];

const allowed = [
  ['a side door of a package', 'apps/api/src/main.ts', "import { x } from '@phancong/plan-reader/amendments';"],
  ['the reader may inflate', 'packages/plan-reader/src/formats/zip.ts', "import { inflateRawSync } from 'node:zlib';"],
  [
    'a test of a pure package may read its fixtures',
    'packages/calendar/src/a.spec.ts',
    "import { readFileSync } from 'node:fs';",
  ],
  [
    'a feature may ask the service of another',
    'apps/api/src/features/plans/a.ts',
    "import { x } from '../work/work.service.js';",
  ],
  [
    'a feature may name the row of another',
    'apps/api/src/features/plans/a.ts',
    "import type { Task } from '../work/task.entity.js';",
  ],
  [
    'a service may name the type of a transaction',
    'apps/api/src/features/work/work.service.ts',
    "import { type EntityManager } from 'typeorm';",
  ],
  [
    'a date from a given text is pure',
    'packages/calendar/src/a.ts',
    'export const read = (text: string) => new Date(text);',
  ],
  [
    'a route composes features',
    'apps/web/src/app/routes/home.tsx',
    "import { x } from '../../features/work/components/list.js';",
  ],
];

describe('import directions', () => {
  it.each(planted)('refuses: %s', (_title, path, source, message) => {
    const violations = findViolations(path, source);
    expect(violations).toHaveLength(1);
    expect(violations[0].message).toMatch(message);
  });

  it.each(allowed)('allows: %s', (_title, path, source) => {
    expect(findViolations(path, source)).toEqual([]);
  });

  it.each(Object.entries(sideDoors))('names doors of %s that its package.json opens', (name, doors) => {
    const manifest = JSON.parse(readFileSync(new URL(`../../packages/${name}/package.json`, import.meta.url), 'utf8'));
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(doors.map((door) => `.${door}`)));
  });
});
