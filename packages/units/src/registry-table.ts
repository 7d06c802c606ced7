import type { IsoDate, RegistryChange, RegistryEvent, Unit, UnitKind, Words } from '@phancong/contracts';

import { dayAfter } from './heirs.js';

/** Columns of the table of units, in the order in which it is written; they are found again by their names. */
export const registryColumns = [
  'Mã',
  'Tên đầy đủ',
  'Tên gọn',
  'Tên tiếng Anh',
  'Loại',
  'Mã cấp trên',
  'Mã thống kê',
  'Tên gọi khác',
  'Từ ngày',
  'Đến ngày',
  'Mã đơn vị kế thừa',
  'Điện thoại',
  'Thư điện tử',
  'Địa chỉ',
] as const;
type Column = (typeof registryColumns)[number];

const kindWords: Record<UnitKind, string> = {
  agency: 'Cơ quan',
  leadership: 'Lãnh đạo',
  centralUnit: 'Đơn vị trực thuộc',
  provincialOffice: 'BHXH tỉnh',
  regionalOffice: 'BHXH khu vực',
  external: 'Ngoài Ngành',
};

/** The day as a table writes it: 31/12/2025; empty for none. */
export const writeTableDay = (day: IsoDate | null) => (day === null ? '' : day.split('-').toReversed().join('/'));

/** The registry as a table, header first: one row for each unit of any time, as it is called now. */
export function writeRegistryTable(units: Iterable<Unit>): string[][] {
  const rows = [...units].map((unit) => [
    unit.id,
    unit.name,
    unit.shortName,
    unit.nameEn ?? '',
    kindWords[unit.kind],
    unit.parentId ?? '',
    unit.code ?? '',
    unit.aliases.join('; '),
    writeTableDay(unit.validFrom),
    writeTableDay(unit.validTo),
    unit.successorIds.join('; '),
    unit.contact?.phone ?? '',
    unit.contact?.email ?? '',
    unit.contact?.address ?? '',
  ]);
  return [[...registryColumns], ...rows];
}

/** A cell that cannot be taken: its row as a spreadsheet numbers it, its column by name. */
export interface TableFault {
  row: number;
  column: Column;
  words: Words;
}

export interface ReadTable {
  /** What turns the registry into the table. */
  events: RegistryEvent[];
  faults: TableFault[];
}

const words = {
  noColumn: (name: string): Words => ({
    vi: `Thiếu cột «${name}»; hãy dùng bảng đã xuất làm mẫu.`,
    en: `The column “${name}” is missing; take the exported table as a pattern.`,
  }),
  empty: { vi: 'Ô này không được để trống.', en: 'This cell must not be empty.' },
  badId: {
    vi: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: 'A key has small letters without marks, digits and dashes.',
  },
  twice: { vi: 'Mã này đã có ở dòng trên.', en: 'This key stands in a row above.' },
  badKind: {
    vi: `Loại phải là một trong: ${Object.values(kindWords).join(', ')}.`,
    en: `The kind has to be one of: ${Object.values(kindWords).join(', ')}.`,
  },
  badDay: { vi: 'Ngày phải có dạng 31/12/2025.', en: 'A day is written 31/12/2025.' },
  kept: {
    vi: 'Không đổi được ở đây: lịch sử của đơn vị được giữ nguyên.',
    en: 'This cannot be changed here: the history of a unit is kept.',
  },
  noEnd: {
    vi: 'Có đơn vị kế thừa thì phải có «Đến ngày».',
    en: 'A unit with successors needs its last day.',
  },
  unknown: (id: string): Words => ({
    vi: `Không có đơn vị mã «${id}» trong danh mục và trong bảng.`,
    en: `No unit has the key “${id}”, neither in the registry nor in the table.`,
  }),
} as const;

interface Row {
  number: number;
  cell: (column: Column) => string;
}

/** '31/12/2025' or '2025-12-31' → the day; null for an empty cell; undefined for anything else. */
export function readTableDay(text: string): IsoDate | null | undefined {
  if (text === '') return null;
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const day = year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return valid && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined;
}

const readList = (text: string) => text.split(';').flatMap((part) => part.trim() || []);
const orNull = (text: string) => (text === '' ? null : text);
const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, n) => x === b[n]);

/**
 * What has to happen for the registry to become the table: new rows are founded, other names renamed, other parents moved, a last
 * day merges, splits or abolishes. Changes of units that are there take place on `on`. Rows that are left out stay as they are: a
 * table removes nothing. Bad cells are named, and no event is made of their row.
 */
export function readRegistryTable(
  table: readonly (readonly string[])[],
  units: ReadonlyMap<string, Unit>,
  { on, document }: { on: IsoDate; document: string | null },
): ReadTable {
  const faults: TableFault[] = [];
  const [header = [], ...body] = table;
  const places = new Map(registryColumns.map((name) => [name, header.findIndex((cell) => cell.trim() === name)]));
  for (const [name, place] of places) if (place < 0) faults.push({ row: 1, column: name, words: words.noColumn(name) });
  if (faults.length > 0) return { events: [], faults };
  const rows = body.flatMap((cells, place): Row[] =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [{ number: place + 2, cell: (column) => (cells[places.get(column) ?? -1] ?? '').normalize('NFC').trim() }],
  );
  const ids = rows.map((row) => row.cell('Mã'));
  const known = new Set([...units.keys(), ...ids]);
  const seen = new Set<string>();
  const events = rows.flatMap((row) => {
    const own: TableFault[] = [];
    const note = (column: Column, why: Words) => own.push({ row: row.number, column, words: why });
    const id = row.cell('Mã');
    if (seen.has(id)) note('Mã', words.twice);
    seen.add(id);
    const changes = changesOf(row, units.get(id), { known, on, note });
    faults.push(...own);
    return own.length > 0 ? [] : changes.map((event) => ({ ...event, document }));
  });
  return { events, faults };
}

type Dated = Omit<RegistryEvent, 'document'>;

interface Reading {
  known: ReadonlySet<string>;
  on: IsoDate;
  note: (column: Column, why: Words) => void;
}

function changesOf(row: Row, unit: Unit | undefined, { known, on, note }: Reading): Dated[] {
  const id = row.cell('Mã');
  if (id === '') note('Mã', words.empty);
  else if (!unit && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) note('Mã', words.badId);
  const [name, shortName, nameEn] = [row.cell('Tên đầy đủ'), row.cell('Tên gọn'), orNull(row.cell('Tên tiếng Anh'))];
  if (name === '') note('Tên đầy đủ', words.empty);
  if (shortName === '') note('Tên gọn', words.empty);
  const kind = (Object.keys(kindWords) as UnitKind[]).find((key) => kindWords[key] === row.cell('Loại'));
  if (!kind) note('Loại', words.badKind);
  else if (unit && unit.kind !== kind) note('Loại', words.kept);
  const parentId = orNull(row.cell('Mã cấp trên'));
  if (parentId !== null && !known.has(parentId)) note('Mã cấp trên', words.unknown(parentId));
  const [validFrom, validTo] = [readTableDay(row.cell('Từ ngày')), readTableDay(row.cell('Đến ngày'))];
  if (validFrom === undefined) note('Từ ngày', words.badDay);
  else if (unit && unit.validFrom !== validFrom) note('Từ ngày', words.kept);
  if (validTo === undefined) note('Đến ngày', words.badDay);
  else if (unit && unit.validTo !== null && unit.validTo !== validTo) note('Đến ngày', words.kept);
  const successors = readList(row.cell('Mã đơn vị kế thừa'));
  for (const heir of successors) if (!known.has(heir)) note('Mã đơn vị kế thừa', words.unknown(heir));
  if (successors.length > 0 && validTo === null) note('Đến ngày', words.noEnd);
  if (unit?.validTo && !sameList(unit.successorIds, successors)) note('Mã đơn vị kế thừa', words.kept);
  const aliases = readList(row.cell('Tên gọi khác'));
  const code = orNull(row.cell('Mã thống kê'));
  const contact = {
    phone: orNull(row.cell('Điện thoại')),
    email: orNull(row.cell('Thư điện tử')),
    address: orNull(row.cell('Địa chỉ')),
  };
  const hasContact = Object.values(contact).some((part) => part !== null);

  const changes: Dated[] = [];
  const happen = (day: IsoDate | null, change: RegistryChange) => changes.push({ on: day, change, confirmed: true });
  if (!unit) {
    const born = { id, name, shortName, nameEn, kind: kind ?? 'external', parentId, code, aliases };
    happen(validFrom ?? null, { kind: 'founded', unit: { ...born, contact: hasContact ? contact : null } });
  } else {
    if (unit.name !== name || unit.shortName !== shortName || unit.nameEn !== nameEn || unit.code !== code) {
      happen(on, { kind: 'renamed', unitId: id, name, shortName, nameEn, code });
    }
    if (parentId !== null && unit.parentId !== parentId) happen(on, { kind: 'moved', unitId: id, parentId });
    const before = { phone: null, email: null, address: null, ...unit.contact };
    const sameContact = (['phone', 'email', 'address'] as const).every((part) => before[part] === contact[part]);
    if (!sameList(unit.aliases, aliases) || !sameContact) {
      happen(on, { kind: 'described', unitId: id, aliases, contact: hasContact ? contact : null });
    }
  }
  if (validTo && !unit?.validTo) {
    const [only, ...others] = successors;
    happen(
      dayAfter(validTo),
      only === undefined
        ? { kind: 'abolished', unitId: id }
        : others.length > 0
          ? { kind: 'split', unitId: id, intoIds: successors }
          : { kind: 'merged', unitIds: [id], intoId: only, passOn: 'successor' },
    );
  }
  return changes;
}
