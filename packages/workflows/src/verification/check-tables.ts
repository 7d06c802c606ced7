import type { Words } from '@phancong/contracts';

import { effectActions } from '../engine/effect-actions.js';
import type { Flow } from '../engine/flow.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import type { Fault } from './fault.js';

/** Tables, machine and words of one flow fit together: nothing named that is not there, nothing there without words. */
export function checkTables(flow: Flow): Fault[] {
  const faults: Fault[] = [];
  const report = (vi: string, en: string) => faults.push({ flow: flow.id, kind: 'tables', story: { vi, en } });
  const table = transitionTable(flow.machine);
  const arrows = [...table.values()].flatMap((byEvent) => [...byEvent.values()].flat());

  for (const state of Object.keys(flow.states)) {
    if (!table.has(state))
      report(
        `Bảng có trạng thái «${state}» nhưng máy không có.`,
        `The table has a state "${state}" that the machine lacks.`,
      );
  }
  for (const state of table.keys()) {
    if (!flow.states[state])
      report(`Máy có trạng thái «${state}» chưa có tên gọi.`, `The machine has a state "${state}" without words.`);
  }
  const used = new Set(arrows.map((arrow) => arrow.event));
  for (const event of used) {
    if (!flow.events[event])
      report(`Máy nhận «${event}» nhưng không ai được gửi.`, `The machine takes "${event}", which nobody may send.`);
  }
  for (const event of Object.keys(flow.events)) {
    if (!used.has(event)) report(`Không trạng thái nào nhận «${event}».`, `No state takes "${event}".`);
  }
  for (const name of new Set(arrows.flatMap((arrow) => arrow.guards))) {
    if (!flow.machine.implementations.guards[name])
      report(`Thiếu điều kiện «${name}».`, `The guard "${name}" is missing.`);
  }
  for (const name of new Set(arrows.flatMap((arrow) => arrow.actions.map((action) => action.type)))) {
    const known = name in effectActions || flow.machine.implementations.actions[name] !== undefined;
    if (!known) report(`Thiếu hành động «${name}».`, `The action "${name}" is missing.`);
  }
  return [...faults, ...checkWords(flow, table)];
}

function checkWords(flow: Flow, table: ReadonlyMap<string, ReadonlyMap<string, readonly Arrow[]>>): Fault[] {
  const spoken: [string, Words | undefined][] = [
    ['flow', flow.words],
    ['from', flow.parties.from],
    ['to', flow.parties.to],
    ...Object.entries(flow.states).map(([state, { words }]): [string, Words] => [state, words]),
    ...Object.entries(flow.events).map(([event, { words }]): [string, Words] => [event, words]),
    ...refusingGuards(table).map((name): [string, Words | undefined] => [name, flow.guardWords[name]]),
  ];
  return spoken
    .filter(([, words]) => !words?.vi.trim() || !words.en.trim())
    .map(([name]) => ({
      flow: flow.id,
      kind: 'words',
      story: { vi: `«${name}» chưa có đủ lời bằng hai thứ tiếng.`, en: `"${name}" lacks words in both languages.` },
    }));
}

/** Guards that a person may run into: those of events that no arrow takes unconditionally. */
function refusingGuards(table: ReadonlyMap<string, ReadonlyMap<string, readonly Arrow[]>>): string[] {
  const names = [...table.values()]
    .flatMap((byEvent) => [...byEvent.values()])
    .filter((candidates) => candidates.every((arrow) => arrow.guards.length > 0))
    .flatMap((candidates) => candidates.flatMap((arrow) => arrow.guards));
  return [...new Set(names)];
}
