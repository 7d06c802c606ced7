/**
 * Who may import whom. The picture behind it is docs/ARCHITECTURE.md; the arrows run downwards only.
 * A change here is a decision about the design: say why in the commit.
 */

/** Workspace → the workspaces it may import. Tests may import `testing` besides. */
export const workspaceEdges = {
  'packages/contracts': [],
  'packages/calendar': ['contracts'],
  'packages/units': ['contracts'],
  'packages/workflows': ['calendar', 'contracts'],
  'packages/plan-reader': ['calendar', 'units', 'contracts'],
  'packages/official-documents': ['calendar', 'contracts'],
  'packages/local-postgres': [],
  'packages/testing': ['local-postgres', 'calendar', 'contracts'],
  'apps/web': ['contracts', 'workflows', 'calendar'],
  'apps/api': ['contracts', 'calendar', 'units', 'workflows', 'plan-reader', 'official-documents'],
  'apps/e2e': ['testing', 'contracts'],
};

/**
 * Package → its side doors besides index.ts, as its package.json opens them. A side door keeps what only some need (the readers
 * of files, say) out of a process that does not.
 */
export const sideDoors = {
  'plan-reader': ['/amendments'],
  // The layouter weighs ten times what the machines do.
  workflows: ['/lay-out'],
};

/**
 * Pure packages: same input, same output. Everything they need arrives as an argument, so they import no framework, touch no file
 * and read no clock. The modules of Node named here compute only.
 */
export const purePackages = {
  'packages/contracts': { nodeModules: [] },
  'packages/calendar': { nodeModules: [] },
  'packages/units': { nodeModules: [] },
  'packages/workflows': { nodeModules: [] },
  'packages/plan-reader': { nodeModules: ['node:buffer', 'node:crypto', 'node:util', 'node:zlib'] },
};

/** Frameworks and drivers that a pure package never imports. */
export const impureModules = [/^@nestjs\//, /^typeorm$/, /^pg$/, /^pg-/, /^fastify$/, /^@fastify\//, /^react/, /^pino/];

/** Only these files of the api may import TypeORM as a value; others may name its types. */
export const typeormFiles =
  /\.(repository|entity|subscriber)\.ts$|\/src\/[^/]+\.ts$|\/migrations\/|\/platform\/database\/|\/(bench|demo|demonstration|cli)\//;

/**
 * Feature of the api → the features it may import. `people` (who is asking) is open to all; `demonstration` drives the whole.
 * A new edge is added here on purpose or not at all.
 */
export const featureEdges = {
  audit: [],
  people: ['audit', 'units'],
  delegations: [],
  administration: ['units'],
  identity: [],
  statuses: [],
  clock: [],
  health: [],
  units: ['statuses'],
  'own-flows': ['units'],
  work: ['units', 'statuses', 'own-flows'],
  evidence: ['units', 'work'],
  reassignments: ['units', 'work'],
  reorganisations: ['units', 'work', 'plans', 'statuses', 'activation'],
  quarantine: ['units', 'work'],
  pages: ['units', 'work', 'evidence'],
  plans: ['units', 'work', 'evidence', 'statuses'],
  activation: ['units', 'work', 'plans', 'own-flows'],
  amendments: ['units', 'work', 'evidence', 'plans', 'activation', 'own-flows'],
  budgets: ['units', 'work', 'plans'],
  notices: ['units', 'work', 'own-flows'],
  upgrade: ['work'],
  worker: ['clock', 'live', 'webhooks', 'work'],
  webhooks: ['units', 'work'],
  'dead-letters': ['units', 'webhooks', 'work'],
  live: ['units'],
  demonstration: ['administration', 'activation', 'budgets', 'clock', 'evidence', 'plans', 'units', 'work', 'worker'],
};

/** What a feature keeps to itself: how it answers HTTP and how its rows look as classes. Types may be named from anywhere. */
export const privateFiles = /\.(controller|mapper|entity|handler)\.js$/;
