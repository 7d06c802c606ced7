import { FlowLegend } from '@phancong/contracts';
import { describe, expect, it } from '@jest/globals';

import { flows } from '../flows/released-flows.js';
import { describeFlow } from './describe-flow.js';
import { legendOf } from './legend-of.js';

describe('The legend of a flow', () => {
  it.each(Object.values(flows))('words every state and event of $id, and nothing that runs', (flow) => {
    const legend = legendOf(flow);
    expect(FlowLegend.parse(JSON.parse(JSON.stringify(legend)))).toEqual(legend);
    expect(Object.keys(legend.states)).toEqual(Object.keys(flow.states));
    expect(Object.keys(legend.events)).toEqual(Object.keys(flow.events));
  });

  it('says where many tasks can be acknowledged at once, and by whom', () => {
    expect(legendOf(flows.task).events['acknowledge']).toMatchObject({ by: ['to'], bulkFrom: ['assigned'] });
  });

  it('offers for many at once only what the machine marks so', () => {
    expect(legendOf(flows.task).events['returnAssignment']?.bulkFrom).toEqual([]);
  });

  it('says what takes an event back, and what asks for a reason', () => {
    const { events } = legendOf(flows.task);
    expect(events['acknowledge']).toMatchObject({ undo: 'withdrawAcknowledgement', asksReason: false });
    expect(events['suspend']).toMatchObject({ undo: 'resume', asksReason: true });
    expect(events['report']).toMatchObject({ undo: null, asksReason: false });
  });

  it.each(Object.values(flows))('what $id calls an undo leads back where it came from', (flow) => {
    const { edges } = describeFlow(flow);
    for (const [event, { undo }] of Object.entries(flow.events)) {
      if (undo === undefined) continue;
      for (const { from, to } of edges.filter((edge) => edge.event === event)) {
        const back = edges.filter((edge) => edge.event === undo && edge.from === to).map((edge) => edge.to);
        expect({ event, from, back }).toMatchObject({ back: expect.arrayContaining([from]) });
      }
    }
  });

  it('leaves out who sends what the system alone sends', () => {
    expect(legendOf(flows.task).events['deadlinePassed']?.by).toEqual([]);
  });
});
