import { sampleValue } from './sample-value.js';
import { shippedSamples } from './shipped-samples.js';
import type { Facts, Flow } from '../engine/flow.js';
import { startFlow } from '../engine/start-flow.js';

const bornKeys = new WeakMap<Flow, readonly string[]>();

/** The keys that a newborn context of the flow has; an instance of the version has them all. */
export function bornKeysOf(flow: Flow): readonly string[] {
  const known = bornKeys.get(flow);
  if (known) return known;
  const nobody: Facts = {
    fromUnitId: 'a',
    toUnitId: 'b',
    ownerUnitId: 'c',
    startsOn: null,
    dueOn: null,
    signedDueOn: null,
    doneOn: null,
    standing: false,
  };
  const input = shippedSamples[flow.id]?.input ?? sampleValue(flow.input);
  const born = startFlow(flow, { facts: nobody, input, today: '2025-05-20', actor: null });
  if (!born.ok) throw new Error(`No sample of ${flow.id} ${flow.version} could be started: ${born.words.en}`);
  const keys = Object.keys(born.snapshot.context);
  bornKeys.set(flow, keys);
  return keys;
}
