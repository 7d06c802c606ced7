/** Something that screens have to look at again. */
export interface NewLiveEvent {
  kind: 'instance' | 'notice' | 'clock' | 'plan';
  planId: string | null;
  instanceId: string | null;
  /** Units that it concerns; null: everybody. */
  unitIds: readonly string[] | null;
}

export interface LiveEvent extends NewLiveEvent {
  /** Grows in the order in which changes became durable. */
  id: bigint;
}
