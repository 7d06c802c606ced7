import { FlowLegend } from '@phancong/contracts';
import { describe, expect, it } from '@jest/globals';

import { flows } from '../flows/released-flows.js';
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

  it('leaves out who sends what the system alone sends', () => {
    expect(legendOf(flows.task).events['deadlinePassed']?.by).toEqual([]);
  });
});
