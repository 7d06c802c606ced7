import type { Doubt, ReadItem } from '@phancong/contracts';
import { resolveUnitName } from '@phancong/units';

import { doubtInferred } from './doubts.js';
import { findGivers, findReceivers, takesDelivery } from './read-hand-offs.js';

const rowBelow = (vi: string, en: string) => ({ vi, en });

function headOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('.'));
}

function isCentralUnit(name: string, asOf: string): boolean {
  const resolution = resolveUnitName(name, { asOf });
  return resolution.kind === 'unit' && resolution.key !== 'bhxh-vn';
}

/** "Tiếp nhận … do BHXH Việt Nam gửi" right below: what the row above makes goes to the leads of this one. */
function linkDelivery(giver: ReadItem, taker: ReadItem, asOf: string, doubts: Doubt[]): void {
  if (headOf(giver.ref) !== headOf(taker.ref) || !takesDelivery(taker.text)) return;
  const makers = giver.leads.filter((name) => isCentralUnit(name, asOf));
  if (makers.length === 0) return;
  giver.handsOffTo = [...new Set([...giver.handsOffTo, ...taker.leads])];
  taker.receivesFrom = [...new Set([...taker.receivesFrom, ...makers])];
  giver.inferred.push('handsOffTo');
  const why = rowBelow(
    `mục ${taker.ref} ghi «Tiếp nhận … do … gửi»`,
    `row ${taker.ref} says that it receives the product`,
  );
  doubts.push(doubtInferred(giver.ref, 'handsOffTo', giver.handsOffTo, why));
}

/** Who hands a product to whom: as the work text says, and as two rows say together. Items are completed in place. */
export function linkHandOffs(items: readonly ReadItem[], asOf: string): Doubt[] {
  const doubts: Doubt[] = [];
  for (const item of items) {
    if (item.inferred.includes('text')) continue;
    item.handsOffTo = findReceivers(item.text, asOf).filter(
      (name) => !item.leads.includes(name) || item.leads.length > 1,
    );
    item.receivesFrom = findGivers(item.text, asOf);
    if (item.kind !== 'handoff') continue;
    if (/^(?:cung cấp|bàn giao|chuyển giao) /iu.test(item.title) && item.handsOffTo.length === 0) {
      item.handsOffTo = item.coordinators.filter((name) => resolveUnitName(name, { asOf }).kind === 'external');
    } else if (item.handsOffTo.length === 0 && item.receivesFrom.length === 0) {
      item.receivesFrom = [...item.coordinators];
      item.inferred.push('receivesFrom');
      const why = rowBelow(
        'đơn vị phối hợp là nơi làm ra sản phẩm được gửi đi',
        'the coordinating units make what is sent out',
      );
      doubts.push(doubtInferred(item.ref, 'receivesFrom', item.receivesFrom, why));
    }
  }
  for (const [index, taker] of items.entries()) {
    const giver = items[index - 1];
    if (giver) linkDelivery(giver, taker, asOf, doubts);
  }
  return doubts;
}
