import type { Words } from '@phancong/contracts';

/** What is wrong with a flow, told as a short story that an official can follow. */
export interface Fault {
  flow: string;
  kind:
    | 'tooLarge'
    | 'tables'
    | 'words'
    | 'unreachable'
    | 'deadEnd'
    | 'noMover'
    | 'noClock'
    | 'neverTaken'
    | 'endlessPingPong'
    | 'approvesOwnWork'
    | 'growingContext';
  story: Words;
}
