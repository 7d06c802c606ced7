import type { BudgetLine, Words } from '@phancong/contracts';

const MOST_BENEFICIARIES = 100;
/** Money crosses the API as at most 18 digits. */
const MOST_VND = 10n ** 18n;

export const sumVnd = (amounts: readonly string[]): bigint => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

export interface EstimateFault {
  path: (string | number)[];
  words: Words;
}

/** Checks an estimate as an accountant does, in whole đồng: each line by itself, then the sum. */
export function findFaults(lines: readonly BudgetLine[], isUnit: (unitId: string) => boolean): EstimateFault[] {
  const faults: EstimateFault[] = [];
  for (const [position, line] of lines.entries()) {
    const fault = (field: string, vi: string, en: string) =>
      faults.push({ path: ['lines', position, field], words: { vi, en } });
    if (BigInt(line.unitPriceVnd) === 0n)
      fault('unitPriceVnd', 'Đơn giá phải lớn hơn 0.', 'The price must be above 0.');
    if (BigInt(line.quantity) * BigInt(line.unitPriceVnd) !== BigInt(line.amountVnd)) {
      fault('amountVnd', 'Thành tiền phải bằng số lượng × đơn giá.', 'The amount must be quantity × price.');
    }
    if (!isUnit(line.beneficiaryUnitId)) {
      fault(
        'beneficiaryUnitId',
        'Đơn vị thụ hưởng không có trong danh mục.',
        'The beneficiary is not in the registry.',
      );
    }
  }
  if (sumVnd(lines.map((line) => line.amountVnd)) >= MOST_VND) {
    faults.push({ path: ['lines'], words: { vi: 'Tổng dự toán quá lớn.', en: 'The total is too large.' } });
  }
  if (new Set(lines.map((line) => line.beneficiaryUnitId)).size > MOST_BENEFICIARIES) {
    faults.push({
      path: ['lines'],
      words: { vi: 'Một dự toán có tối đa 100 đơn vị thụ hưởng.', en: 'An estimate has at most 100 beneficiaries.' },
    });
  }
  return faults;
}

/** What each beneficiary gets, in the order of the lines. */
export function transfersOf(
  lines: readonly Pick<BudgetLine, 'beneficiaryUnitId' | 'amountVnd'>[],
): { unitId: string; amountVnd: string }[] {
  const shares = new Map<string, bigint>();
  for (const { beneficiaryUnitId, amountVnd } of lines) {
    shares.set(beneficiaryUnitId, (shares.get(beneficiaryUnitId) ?? 0n) + BigInt(amountVnd));
  }
  return [...shares].map(([unitId, amount]) => ({ unitId, amountVnd: String(amount) }));
}
