import { describe, expect, it } from '@jest/globals';

import { allUnits } from './registry.js';
import { readRegistryTable, registryColumns, writeRegistryTable } from './registry-table.js';
import { replayRegistry } from './replay-registry.js';
import { shippedEvents } from './shipped-events.js';

const registry = new Map(allUnits.map((unit) => [unit.id, unit]));
const when = { on: '2026-01-01', document: 'Quyết định 1/QĐ-BTC' };
const place = (column: (typeof registryColumns)[number]) => registryColumns.indexOf(column);
/** The exported table with one cell of a unit written anew. */
const tableWith = (id: string, column: (typeof registryColumns)[number], text: string) =>
  writeRegistryTable(allUnits).map((row) =>
    row[0] === id ? row.map((cell, at) => (at === place(column) ? text : cell)) : row,
  );
const caoBang = 'cao-bang-tu-2025-07';

describe('The registry as a table', () => {
  it('read back as it was written changes nothing', () => {
    expect(readRegistryTable(writeRegistryTable(allUnits), registry, when)).toEqual({ events: [], faults: [] });
  });

  it('read into an empty registry gives the same registry', () => {
    const { events, faults } = readRegistryTable(writeRegistryTable(allUnits), new Map(), when);
    expect(faults).toEqual([]);
    const { units, faults: refused } = replayRegistry(events);
    expect(refused).toEqual([]);
    const facts = (all: Iterable<(typeof allUnits)[number]>) =>
      [...all]
        .map(({ id, name, shortName, kind, parentId, validFrom, validTo, code, aliases, successorIds }) => ({
          id,
          name,
          shortName,
          kind,
          parentId,
          validFrom,
          validTo,
          code,
          aliases,
          successorIds,
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(facts(units.values())).toEqual(facts(allUnits));
  });

  it.each([
    ['Tên gọn', 'BHXH thành phố Cao Bằng', 'renamed'],
    ['Tên gọi khác', 'BHXH Cao Bằng; BHXH CB', 'described'],
    ['Điện thoại', '0206 3855 555', 'described'],
    ['Mã cấp trên', 'btckt', 'moved'],
    ['Đến ngày', '31/12/2026', 'abolished'],
  ] as const)('takes a new «%s» as one event', (column, text, kind) => {
    const { events, faults } = readRegistryTable(tableWith(caoBang, column, text), registry, when);
    expect(faults).toEqual([]);
    expect(events.map(({ change }) => change.kind)).toEqual([kind]);
    expect(events[0]).toMatchObject({ document: when.document, change: { unitId: caoBang } });
    expect(replayRegistry([...shippedEvents, ...events]).faults).toEqual([]);
  });

  it.each([
    ['Tên đầy đủ', '', 'để trống'],
    ['Loại', 'Phòng', 'Loại phải là một trong'],
    ['Loại', 'Đơn vị trực thuộc', 'giữ nguyên'],
    ['Mã cấp trên', 'khong-co', 'Không có đơn vị mã «khong-co»'],
    ['Đến ngày', '31/02/2026', 'dạng 31/12/2025'],
    ['Từ ngày', '01/01/2020', 'giữ nguyên'],
    ['Mã đơn vị kế thừa', 'lang-son-tu-2025-07', 'phải có «Đến ngày»'],
  ] as const)('names the bad cell «%s» = "%s" by row and column', (column, text, sentence) => {
    const table = tableWith(caoBang, column, text);
    const { events, faults } = readRegistryTable(table, registry, when);
    const row = table.findIndex((cells) => cells[0] === caoBang) + 1;
    expect(events).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ row });
    expect(faults[0]?.words.vi).toContain(sentence);
  });

  it('names a key that stands twice, and a column that is missing', () => {
    const table = writeRegistryTable(allUnits);
    const twice = readRegistryTable([...table, table[1] ?? []], registry, when);
    expect(twice.faults).toMatchObject([{ row: table.length + 1, column: 'Mã' }]);
    const without = table.map((row) => row.filter((_, at) => at !== place('Loại')));
    expect(readRegistryTable(without, registry, when).faults).toMatchObject([{ row: 1, column: 'Loại' }]);
  });
});
