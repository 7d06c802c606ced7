import { differByOneLetter, foldName } from './fold-name.js';
import { expandClass } from './expand-class.js';
import { namesInForce, type NameRegistry } from './name-registry.js';
import { findOutsideClass } from './outside-classes.js';
import { isInBeing } from './registry.js';
import { unitClasses } from './unit-classes.js';

/**
 * What a name in a plan means. `corrected`: read through a slip of one letter. `outOfTime`: the unit is known, but not in being
 * on the day asked. `generic`: names nobody ("các đơn vị liên quan"), a person must settle it. `external`: outside the sector, with the key
 * of a class of such bodies ("các sở, ban, ngành") where it is one; `unnamed` where only a person can say which of them are meant.
 */
export type NameResolution =
  | { kind: 'unit'; key: string; name: string; corrected?: true; outOfTime?: true }
  | { kind: 'class'; key: string; name: string; memberKeys: (asOf: string) => string[]; corrected?: true }
  | { kind: 'generic'; key: string | null; corrected?: true }
  | { kind: 'external'; classKey?: string; unnamed?: true; corrected?: true }
  | { kind: 'unknown' };

const classBySpelling = new Map(
  unitClasses.flatMap((entry) =>
    [entry.name, ...entry.spellings].map((spelling) => [foldName(spelling), entry] as const),
  ),
);

const genericName =
  /^một số |^chính quyền các cấp$|^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|tổ chức|ban|ngành|bộ|sở|địa phương|cá nhân|bộ phận|phòng|khoa|thủ trưởng)(?:,? (?:và )?|$))+(?:.* )?(?:liên quan|khác|$)/u;

const externalHead =
  /^(?:các |những )?(?:bộ|sở|ban|ngành|ubnd|vpub|ủy ban|uỷ ban|hđnd|hội|liên đoàn|mặt trận|mttq|đoàn|thành đoàn|tỉnh đoàn|đài|báo|cơ quan|công an|quân|bệnh viện|trường|học viện|viện|ngân hàng|kho bạc|cục|chi cục|tổng cục|tòa án|toà án|viện kiểm sát|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|cấp ủy|tổ chức|đơn vị cung ứng|nhà cung cấp|nhà thầu|doanh nghiệp|dnvt|công ty|tập đoàn|tổng công ty|trung tâm (?:văn hóa|văn hoá|y tế|thể thao|khuyến nông|kiểm soát|dịch vụ việc làm|giáo dục)|phòng|văn phòng|trạm|thống kê|thuế|hải quan|lực lượng|nhà trường|khoa|chi nhánh|hợp tác xã|tạp chí|công đoàn|điện lực|hạt|đồn|thư viện|bảo tàng|chính quyền|cấp|ấp|khu|đảng bộ|chi bộ|đoàn thể|bộ đội|liên minh|người đứng đầu|chủ đầu tư|quận\/huyện\/thị đoàn|huyện đoàn|thanh tra|bưu điện|huyện|quận|xã|phường|tỉnh|thành phố|chính phủ|quốc hội|hiệp hội|quỹ|đội|tổ|tiểu ban|cảng vụ|xí nghiệp|lâm trường|nông trường|vnpt|viettel|evn|thôn|(?:phó )?chủ tịch|giám đốc|thủ trưởng|thường trực|hệ thống (?:thông tin|truyền thanh|loa)|cơ sở (?:khám|giáo dục|y tế|đào tạo)|nhân viên|trưởng|chánh|bộ trưởng|bhxh bộ quốc phòng|bhxh quân đội|bhxh công an|địa phương)(?![\p{L}])/iu;

/** "Cơ quan BHXH cùng cấp" is of the sector, whatever it begins with: a person says which one, it is never taken for a body outside. */
const ofSector = /^(?:các |những )?(?:cơ quan|đơn vị|ngành|hệ thống) (?:bhxh|bảo hiểm xã hội)(?![\p{L}])/iu;
const forcesOwn = /bhxh (?:bộ quốc phòng|quân đội|công an)/iu;

function resolveExactly(folded: string, asOf: string, registry: NameRegistry): NameResolution | null {
  const entry = classBySpelling.get(folded);
  if (entry?.open) return { kind: 'generic', key: entry.key };
  if (entry) {
    return {
      kind: 'class',
      key: entry.key,
      name: entry.name,
      memberKeys: (day) => expandClass(entry.key, day, registry),
    };
  }
  const units = (registry.keysBySpelling.get(folded) ?? []).flatMap((key) => registry.unitById.get(key) ?? []);
  const unit = units.find((candidate) => isInBeing(candidate, asOf)) ?? units[0];
  if (!unit) return null;
  const found = { kind: 'unit' as const, key: unit.id, name: unit.shortName };
  return isInBeing(unit, asOf) ? found : { ...found, outOfTime: true };
}

/** Scans drop or change single letters; short names are left alone, since one letter makes another name of them. */
function resolveThroughSlip(folded: string, asOf: string, registry: NameRegistry): NameResolution | null {
  if (folded.length < 10) return null;
  const near = [...classBySpelling.keys(), ...registry.keysBySpelling.keys()].filter((known) =>
    differByOneLetter(folded, known),
  );
  const found = new Map(
    near.flatMap((known) => {
      const resolution = resolveExactly(known, asOf, registry);
      return resolution ? [[JSON.stringify(resolution), resolution] as const] : [];
    }),
  );
  const [only] = found.values();
  return found.size === 1 && only && only.kind !== 'unknown' ? { ...only, corrected: true } : null;
}

/** "Các …"; and "Giám đốc BHXH các tỉnh", "Thủ trưởng các đơn vị trực thuộc": the head stands for the office. */
const openingWords = /^(?:(?:các|những) )?(?:(?:thủ trưởng|giám đốc|người đứng đầu) )?/iu;

/**
 * Says which unit, or which class of units, a name in a document means on a day ('YYYY-MM-DD'). Case, NFC/NFD, dashes, spaces,
 * tone-mark placement and usual abbreviations make no difference; a slip of one letter is corrected and said so.
 */
export function resolveUnitName(name: string, options: { asOf: string; registry?: NameRegistry }): NameResolution {
  const { asOf, registry = namesInForce() } = options;
  const resolved = resolvedBy.get(registry) ?? new Map<string, NameResolution>();
  resolvedBy.set(registry, resolved);
  const key = `${asOf} ${name}`;
  const known = resolved.get(key);
  if (known) return known;
  if (resolved.size >= mostResolved) resolved.clear();
  const resolution = resolveAnew(name, asOf, registry);
  resolved.set(key, resolution);
  return resolution;
}

/** A plan names the same units on every page, and each is asked for several times. */
const resolvedBy = new WeakMap<NameRegistry, Map<string, NameResolution>>();
const mostResolved = 5000;

function resolveAnew(name: string, asOf: string, registry: NameRegistry): NameResolution {
  const plain = name
    .normalize('NFC')
    .replace(/^[\s\-–•*+]+/u, '')
    .replace(/[\s.;,]+$/u, '')
    .replace(/\s*\([^)]*\)$/u, '');
  const folded = foldName(plain);
  const known =
    resolveExactly(folded, asOf, registry) ?? resolveExactly(foldName(plain.replace(openingWords, '')), asOf, registry);
  if (known) return known;
  const outside = findOutsideClass(plain);
  if (outside) {
    const external = { kind: 'external' as const, classKey: outside.key };
    return genericName.test(plain.toLowerCase()) ? { ...external, unnamed: true } : external;
  }
  if (genericName.test(plain.toLowerCase())) return { kind: 'generic', key: 'don-vi-lien-quan' };
  const corrected = resolveThroughSlip(folded, asOf, registry);
  if (corrected) return corrected;
  return externalHead.test(plain) && !(ofSector.test(plain) && !forcesOwn.test(plain))
    ? { kind: 'external' }
    : { kind: 'unknown' };
}

/** False for a word that begins no known name; spares the search in running text. */
export function mayBeginKnownName(word: string): boolean {
  return namesInForce().firstWords.has(word.toLowerCase());
}

/** True when the words are a whole known name, so that a list must not be split inside them. */
export function isKnownName(words: string): boolean {
  const folded = foldName(words);
  return classBySpelling.has(folded) || namesInForce().keysBySpelling.has(folded);
}
