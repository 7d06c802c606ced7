import type { Session } from '@phancong/contracts';

/** Units that issue plans are at the centre; the server decides again when a file arrives. */
export function mayImport({ role, actor }: Session): boolean {
  return (role === 'assigner' || role === 'central') && actor.post !== 'administrator';
}
