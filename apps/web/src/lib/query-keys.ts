import type { InboxQuery, InstancesQuery, PlansQuery, PreviewReorganisation, UnitsQuery } from '@phancong/contracts';

/** Filters of a list without its page position. */
export type InboxFilter = Partial<Pick<InboxQuery, 'scope' | 'flow'>>;
export type InstancesFilter = Partial<Omit<InstancesQuery, 'after' | 'limit'>>;

/** All query keys. A shorter key is the beginning of the longer ones, so that invalidating it reaches them all. */
export const queryKeys = {
  welcome: ['welcome'],
  session: ['session'],
  clock: ['clock'],
  flows: ['flows'],
  quarantine: ['quarantine'],
  ownFlows: {
    all: ['own-flows'],
    list: ['own-flows', 'list'],
    one: (id: string) => ['own-flows', 'one', id],
    check: (document: object) => ['own-flow-check', document],
    rehearsal: (asked: object) => ['own-flow-rehearsal', asked],
  },
  setup: ['setup'],
  delegations: ['delegations'],
  account: {
    all: ['account'],
    sessions: ['account', 'sessions'],
    tokens: ['account', 'tokens'],
    secondFactor: ['account', 'second-factor'],
  },
  people: { all: ['people'], list: (filter: object) => ['people', 'list', filter] },
  securityEvents: (filter: object) => ['security-events', filter],
  invitation: (token: string) => ['invitation', token],
  inbox: {
    all: ['inbox'],
    summary: ['inbox', 'summary'],
    list: (filter: InboxFilter) => ['inbox', 'list', filter],
  },
  instances: {
    all: ['instances'],
    list: (filter: InstancesFilter) => ['instances', 'list', filter],
    page: (id: string) => ['instances', 'page', id],
    bulkPreview: (move: object) => ['instances', 'bulk-preview', move],
    starts: (id: string) => ['instances', 'starts', id],
  },
  notices: {
    all: ['notices'],
    list: ['notices', 'list'],
    bundle: (onDay: string, template: string) => ['notices', 'bundle', onDay, template],
  },
  plans: {
    all: ['plans'],
    lists: ['plans', 'list'],
    list: (filter: Pick<PlansQuery, 'working'>) => ['plans', 'list', filter],
    page: (planId: string) => ['plans', planId, 'page'],
    review: (planId: string) => ['plans', planId, 'review'],
    activation: (planId: string, registryDate: string) => ['plans', planId, 'activation', registryDate],
    rows: (planId: string) => ['plans', planId, 'rows'],
    row: (planId: string, itemId: string) => ['plans', planId, 'row', itemId],
    matrix: (planId: string) => ['plans', planId, 'matrix'],
    names: (planId: string, day: string) => ['plans', planId, 'names', day],
    amendments: (planId: string) => ['plans', planId, 'amendments'],
    amendment: (planId: string, amendmentId: string) => ['plans', planId, 'amendments', amendmentId],
    of: (planId: string) => ['plans', planId],
  },
  units: {
    all: ['units'],
    list: (filter: UnitsQuery) => ['units', 'list', filter],
    page: (unitId: string, asOf: string | undefined) => ['units', 'page', unitId, asOf],
    events: ['units', 'events'],
  },
  reorganisations: {
    all: ['reorganisations'],
    days: ['reorganisations', 'days'],
    preview: (on: string, body: PreviewReorganisation) => ['reorganisations', 'preview', on, body],
  },
  deliveries: {
    all: ['deliveries'],
    dead: ['deliveries', 'dead'],
    deadCount: ['deliveries', 'deadCount'],
    dismissed: ['deliveries', 'dismissed'],
    receivers: ['deliveries', 'receivers'],
    log: (receiverId: string) => ['deliveries', 'log', receiverId],
  },
  audit: { list: (filter: object) => ['audit', filter] },
  budgets: {
    all: ['budgets'],
    summary: (planId: string) => ['budgets', 'summary', planId],
    page: (id: string) => ['budgets', 'page', id],
  },
} as const;
