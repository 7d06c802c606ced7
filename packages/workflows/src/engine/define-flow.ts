import type { Flow, FlowDefinition } from './flow.js';
import { hashFlow } from './hash-flow.js';

/** Makes a flow of its parts. The hash is worked out when first asked for: most screens never ask. */
export function defineFlow(definition: FlowDefinition): Flow {
  let hash: string | undefined;
  return {
    ...definition,
    get hash() {
      return (hash ??= hashFlow(definition));
    },
  };
}
