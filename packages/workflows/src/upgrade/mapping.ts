import type { FlowId, Words } from '@phancong/contracts';

/** How running work goes from one version of a flow to the next. Without one, it runs on in the version that it began in. */
export interface Mapping {
  flow: FlowId;
  from: number;
  to: number;
  /** What changes, for the people who hold such work. */
  words: Words;
  /** States that are called otherwise in the new version; all others keep their name. */
  states?: Readonly<Record<string, string>>;
  /** The context as the new version wants it. */
  context: (before: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}
