import { parentPort, workerData } from 'node:worker_threads';

import { FlowDocument } from '@phancong/contracts';
import { compileDocument, rehearseFlow, verifyDocument } from '@phancong/workflows';
import { layOutQuickly, layOutWell } from '@phancong/workflows/lay-out';

import type { CheckOrder, FlowChecked } from './check-flow-apart.js';

const { document, drawing, rehearsal } = workerData as CheckOrder;
const faults = verifyDocument(document);
const parsed = FlowDocument.safeParse(document);
// Names that stand in no table cannot be drawn; every other flow can, faults and all.
const isDrawable = parsed.success && !faults.some(({ kind }) => kind === 'tables' || kind === 'tooLarge');
const flow = isDrawable ? compileDocument(parsed.data) : null;
const checked: FlowChecked = {
  faults,
  diagram: flow && drawing ? await (drawing === 'kept' ? layOutWell(flow) : layOutQuickly(flow)) : null,
  rehearsed: flow && rehearsal ? rehearseFlow(flow, rehearsal) : null,
};
parentPort?.postMessage(checked, []);
