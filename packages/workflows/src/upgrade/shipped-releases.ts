import { flows, releasedFlows } from '../flows/released-flows.js';
import { mappings } from './mappings.js';
import type { Releases } from './rehearse-upgrade.js';

/** What this build of the product can run, and the ways between. */
export const shippedReleases: Releases = { newest: flows, all: releasedFlows, mappings };
