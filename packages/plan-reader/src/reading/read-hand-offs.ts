import { resolveUnitName, splitUnitList } from '@phancong/units';

const toWhom = /(?:cung cấp|gửi|chuyển|bàn giao|báo cáo)(?: [^.;:\n]{0,80}?)? (?:cho|tới|đến|về) ([^.;:\n(]+)/gu;
const byWhom = /do ((?:[^.;:,\n ]+ ){1,8}?)(?:cung cấp|gửi|chuyển|bàn giao)/gu;

/** The longest name of a known unit or class that begins the words. */
function leadingName(words: string, asOf: string): string | null {
  const parts = words.trim().split(/\s+/).slice(0, 10);
  for (let count = parts.length; count > 0; count -= 1) {
    const resolution = resolveUnitName(parts.slice(0, count).join(' '), { asOf });
    if ((resolution.kind === 'unit' || resolution.kind === 'class') && !resolution.corrected) return resolution.name;
  }
  return null;
}

function uniqueNames(matches: Iterable<RegExpMatchArray>, asOf: string): string[] {
  const names = [...matches]
    .flatMap((match) => splitUnitList(match[1] ?? '').slice(0, 1))
    .map(({ name }) => leadingName(name, asOf));
  return [...new Set(names.filter((name) => name !== null))];
}

/** The units to which the work text hands a product: "cung cấp cho BHXH các tỉnh …" → BHXH tỉnh. People and the public are none. */
export function findReceivers(text: string, asOf: string): string[] {
  return uniqueNames(text.matchAll(toWhom), asOf);
}

/** The units whose product the row starts from: "các sản phẩm truyền thông do BHXH Việt Nam cung cấp". */
export function findGivers(text: string, asOf: string): string[] {
  return uniqueNames(text.matchAll(byWhom), asOf);
}

/** True when the row is to receive something made elsewhere: "Tiếp nhận các market tờ gấp do BHXH Việt Nam gửi". */
export function takesDelivery(text: string): boolean {
  return /(?:^|[\s-])tiếp nhận [^.;]{3,120}? do [^.;]{3,60}? (?:gửi|cung cấp|chuyển|bàn giao)/iu.test(text);
}
