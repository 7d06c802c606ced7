import { flowOf } from '@phancong/workflows';

import { wordsOfEvent } from '../event-words.js';
import type { InstanceRow } from './instance-row.js';

export interface LastMove {
  instance_id: string;
  event: string;
  version: number;
  unit_name: string;
  full_name: string | null;
}

export type StaleDetails = Record<'who' | 'event' | 'eventEn', string> & { version: number };

/** The details of STALE_VERSION: who moved the instance meanwhile, and what the move is called. */
export function staleDetailsOf(row: InstanceRow, last: LastMove | undefined): StaleDetails {
  const words = last ? wordsOfEvent(flowOf(row.flow, row.machine_version), last.event) : undefined;
  return {
    who: [last?.full_name, last?.unit_name].filter(Boolean).join(', ') || 'hệ thống',
    event: words?.vi ?? last?.event ?? '',
    eventEn: words?.en ?? last?.event ?? '',
    version: last?.version ?? row.version,
  };
}
