import type { BudgetLine, Money } from '@phancong/contracts';

/** A line as it is being typed: any part may still be missing. */
export interface TypedLine {
  key: string;
  content: string;
  unitOfMeasure: string;
  quantity: number | null;
  /** Empty while nothing is typed. */
  unitPriceVnd: Money;
  beneficiaryUnitId: string | null;
}

/** Quantity × unit price in whole đồng; money never passes through a float. Null while a part is missing. */
export function amountOf({ quantity, unitPriceVnd }: Pick<TypedLine, 'quantity' | 'unitPriceVnd'>): bigint | null {
  if (quantity === null || unitPriceVnd === '' || !Number.isSafeInteger(quantity)) return null;
  return BigInt(quantity) * BigInt(unitPriceVnd);
}

/** The sum of the lines that have an amount. */
export function totalOf(lines: readonly TypedLine[]): bigint {
  return lines.reduce((sum, line) => sum + (amountOf(line) ?? 0n), 0n);
}

/** The line as it is sent, or null where something is missing. */
export function completeLine(line: TypedLine): BudgetLine | null {
  const { quantity, unitPriceVnd, beneficiaryUnitId } = line;
  const amount = amountOf(line);
  const content = line.content.trim();
  const unitOfMeasure = line.unitOfMeasure.trim();
  if (!content || !unitOfMeasure || !quantity || !unitPriceVnd || !beneficiaryUnitId || !amount) return null;
  return { content, unitOfMeasure, quantity, unitPriceVnd, amountVnd: String(amount), beneficiaryUnitId };
}

export function typedLine(line: BudgetLine, index: number): TypedLine {
  const { content, unitOfMeasure, quantity, unitPriceVnd, beneficiaryUnitId } = line;
  return { key: `saved-${index}`, content, unitOfMeasure, quantity, unitPriceVnd, beneficiaryUnitId };
}

/** A new line goes to the same unit and in the same measure as the one before it, as most estimates do. */
export function nextLine(lines: readonly TypedLine[]): TypedLine {
  const last = lines.at(-1);
  return {
    key: crypto.randomUUID(),
    content: '',
    unitOfMeasure: last?.unitOfMeasure ?? '',
    quantity: null,
    unitPriceVnd: '',
    beneficiaryUnitId: last?.beneficiaryUnitId ?? null,
  };
}
