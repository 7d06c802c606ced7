import { MultiSelect, Select } from '@mantine/core';
import type { OptionsFilter } from '@mantine/core';

import { useClock } from '../../lib/queries/get-clock.js';
import { useSession } from '../../lib/queries/get-session.js';
import { useUnits } from '../../lib/queries/get-units.js';

interface UnitFieldProps<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  required?: boolean;
  error?: string | null;
  /** Only these units are offered; every unit of today otherwise. The reader's own unit is never one of them. */
  only?: readonly string[];
}

/** 'Bắc Giang' is found by typing 'bac giang'. */
export function foldMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

const filterByFolded: OptionsFilter = ({ options, search }) => {
  const wanted = foldMarks(search.trim());
  return options.filter((option) => 'label' in option && foldMarks(option.label).includes(wanted));
};

function useUnitChoices(only: readonly string[] | undefined) {
  const { today } = useClock();
  const { actor } = useSession();
  const { data } = useUnits({ asOf: today });
  const units = data?.items.filter(({ id }) => id !== actor.unitId && (!only || only.includes(id))) ?? [];
  return units.map((unit) => ({ value: unit.id, label: unit.name }));
}

export function UnitField({ label, value, onChange, required, error, only }: UnitFieldProps<string | null>) {
  const data = useUnitChoices(only);
  return (
    <Select
      label={label}
      required={required ?? false}
      error={error}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      filter={filterByFolded}
      limit={80}
    />
  );
}

export function UnitsField({ label, value, onChange, required, error, only }: UnitFieldProps<string[]>) {
  const data = useUnitChoices(only);
  return (
    <MultiSelect
      label={label}
      required={required ?? false}
      error={error}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      filter={filterByFolded}
      limit={80}
    />
  );
}
