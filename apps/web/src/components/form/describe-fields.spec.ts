import { describe, expect, it } from '@jest/globals';
import { flows } from '@phancong/workflows';

import { i18n } from '../../lib/i18n/i18n.js';
import { describeFields } from './describe-fields.js';
import './field-words.js';

const forms = Object.values(flows).flatMap((flow) => [
  ...Object.entries(flow.events)
    .filter(([, rule]) => rule.by !== 'system')
    .map(([event, rule]) => ({ form: `${flow.id}.${event}`, schema: rule.payload })),
  ...(flow.door || flow.id === 'budget' ? [{ form: `${flow.id} (start)`, schema: flow.input }] : []),
]);

describe('Forms made from the machines', () => {
  it.each(forms)('has a label in both languages for every field of $form', ({ schema }) => {
    for (const { name } of describeFields(schema)) {
      expect({ name, vi: i18n.exists(name, { ns: 'fields', lng: 'vi' }) }).toEqual({ name, vi: true });
      expect({ name, en: i18n.exists(name, { ns: 'fields', lng: 'en' }) }).toEqual({ name, en: true });
    }
  });

  it('asks for a reason in a wide field and needs it', () => {
    expect(describeFields(flows.task.events.returnAssignment!.payload)).toEqual([
      { name: 'reason', kind: 'text', required: true, choices: [] },
    ]);
  });

  it('asks for the link of the proof as a link and leaves the note open', () => {
    expect(describeFields(flows.handoff.events.done!.payload)).toEqual([
      { name: 'proofLink', kind: 'link', required: true, choices: [] },
      { name: 'note', kind: 'text', required: false, choices: [] },
    ]);
  });

  it('asks for the day of a transfer as a day', () => {
    const kinds = describeFields(flows.transfer.events.transfer!.payload).map(({ name, kind }) => [name, kind]);
    expect(kinds).toContainEqual(['on', 'date']);
  });

  it('does not ask for the sum of an estimate, which the server states', () => {
    expect(describeFields(flows.budget.events.submit!.payload)).toEqual([]);
  });
});
