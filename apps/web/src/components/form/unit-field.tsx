import { MultiSelect, Select } from '@mantine/core';
import type { OptionsFilter } from '@mantine/core';
import type { IsoDate, Unit } from '@phancong/contracts';

import { useClock } from '../../lib/queries/get-clock.js';
import { useSession } from '../../lib/queries/get-session.js';
import { useUnits } from '../../lib/queries/get-units.js';
import { useUnitFieldWords } from './unit-field-words.js';

interface UnitFieldProps<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  required?: boolean;
  error?: string | null;
  /** Only these units are offered; every unit of the time otherwise. The reader's own unit is never one of them. */
  only?: readonly string[];
  /** Offers the reader's own unit, too. */
  withOwn?: boolean;
  className?: string | undefined;
}

/** 'Bắc Giang' is found by typing 'bac giang'. */
export function foldMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

const filterByFolded: OptionsFilter = ({ options, search }) => {
  const wanted = foldMarks(search.trim());
  return options.filter((option) => 'label' in option && foldMarks(option.label).includes(wanted));
};

const existsOn = ({ validFrom, validTo }: Unit, day: IsoDate) =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);

/**
 * Units of today, and those of the time of the reader's own unit: a plan goes on among the units it was activated for after
 * they were merged away, and so do those who act for them.
 */
function useUnitChoices(only: readonly string[] | undefined, withOwn = false) {
  const t = useUnitFieldWords();
  const { today } = useClock();
  const { actor } = useSession();
  const { data } = useUnits();
  const lastDayOfOwn = data?.items.find(({ id }) => id === actor.unitId)?.validTo ?? today;
  const isOffered = (unit: Unit) =>
    only ? only.includes(unit.id) : existsOn(unit, today) || (lastDayOfOwn < today && existsOn(unit, lastDayOfOwn));
  const units = data?.items.filter((unit) => (withOwn || unit.id !== actor.unitId) && isOffered(unit)) ?? [];
  const unstaffed = new Set(data?.unstaffed);
  const labelOf = (unit: Unit) => (unstaffed.has(unit.id) ? t('unstaffed', { unit: unit.name }) : unit.name);
  // Where nobody sits, nobody answers: such units come last.
  return units
    .sort((a, b) => Number(unstaffed.has(a.id)) - Number(unstaffed.has(b.id)))
    .map((unit) => ({ value: unit.id, label: labelOf(unit) }));
}

type Shown = Omit<UnitFieldProps<unknown>, 'value' | 'onChange'>;

function useUnitSelect({ label, required = false, error, only, withOwn, className = '' }: Shown) {
  const data = useUnitChoices(only, withOwn);
  return { label, required, error, className, data, searchable: true, filter: filterByFolded, limit: 80 };
}

export function UnitField({ value, onChange, ...shown }: UnitFieldProps<string | null>) {
  return <Select {...useUnitSelect(shown)} value={value} onChange={onChange} />;
}

export function UnitsField({ value, onChange, ...shown }: UnitFieldProps<string[]>) {
  return <MultiSelect {...useUnitSelect(shown)} value={value} onChange={onChange} />;
}
