import { NumberInput } from '@mantine/core';
import type { Money } from '@phancong/contracts';

interface MoneyFieldProps {
  label: string;
  /** Empty while nothing is typed. */
  value: Money;
  onChange: (value: Money) => void;
  required?: boolean;
  error?: string | null;
}

/** Whole đồng with thousands parted while typing; the value stays a string of digits. */
export function MoneyField({ label, value, onChange, required, error }: MoneyFieldProps) {
  return (
    <NumberInput
      label={label}
      required={required ?? false}
      error={error}
      value={value}
      onChange={(typed) => onChange(String(typed).replace(/\D/g, ''))}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      maxLength={23}
      inputMode="numeric"
      thousandSeparator="."
      decimalSeparator=","
      suffix=" đ"
    />
  );
}
