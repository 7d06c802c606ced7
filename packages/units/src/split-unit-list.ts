import { isKnownName } from './resolve-unit-name.js';

/** A name in a cell with its place: characters `start` to `end` (excluded) of the cell text. */
export type NameInList = { name: string; start: number; end: number };

type Atom = { start: number; end: number; separator: string };

/** Words that open the name of an office; after a dash or comma they begin a new name, anything else goes on with the last one. */
const opener =
  /^(?:(?:[Cc]ác|[Nn]hững|[Mm]ột số) |(?:BHXH|Bảo hiểm xã hội|BTC|UBND|HĐND|MTTQ|Trung tâm|Vụ|Ban|Cục|Tổng cục|Chi cục|Văn phòng|Viện|Trường|Học viện|Tạp chí|Bộ|Sở|Phòng|Ủy ban|Uỷ ban|Cơ quan|Đơn vị|Đài|Báo|Công an|Công ty|Doanh nghiệp|Hội|Liên đoàn|Đoàn|Thành đoàn|Tỉnh đoàn|Mặt trận|Thanh tra|Ngân hàng|Kho bạc|Tổ chức|Lãnh đạo|Thủ trưởng|Chủ tịch|Giám đốc|Chánh|Trưởng|Bệnh viện|Tòa án|Tập đoàn|Tổng công ty|Bưu điện|Hiệp hội|Khoa|Tổ|Tiểu ban|Trạm|Hạt|Đội|VNPT|Viettel|EVN)(?![\p{L}]))/u;

/** "Sở Tư pháp - Cơ quan thường trực …" says what the office is, and names no second one. */
const apposition = /^(?:Cơ quan|Đơn vị) (?:T|t)hường trực/u;

const separators = /\n|;|(?<=^|\s)[-–+•*](?=\s)|,(?=\s)|\s(?:và)(?=\s)|\s\/\s/gu;

/** Offices that after "và" begin a name of their own; other words may go on with the name ("Phòng Tư pháp và Hộ tịch"). */
const opensAfterAnd =
  /^(?:BHXH|UBND|HĐND|Sở|Bộ|Trung tâm|Vụ|Ban|Cục|Chi cục|Phòng|Công an|Hội|Trường|Bệnh viện|Công ty|Ủy ban|Văn phòng|Viện|Tỉnh đoàn|Liên đoàn|Mặt trận|Trạm|Đài|Báo|Ngân hàng|Kho bạc) \S/u;

/** "Văn phòng HĐND và UBND tỉnh" serves two bodies and is one office. */
const sharedOffice = /Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn (?:ĐBQH|đại biểu Quốc hội)|Đảng ủy|Tỉnh ủy)\s+và\s*$/iu;

/** No list of units is longer; the bound keeps the reading of any input short. */
const mostCharacters = 20_000;

function cutAtoms(text: string): Atom[] {
  const atoms: Atom[] = [];
  let start = 0;
  let separator = '\n';
  for (const match of text.matchAll(separators)) {
    atoms.push({ start, end: match.index, separator });
    start = match.index + match[0].length;
    separator = match[0].trim() || '\n';
  }
  atoms.push({ start, end: text.length, separator });
  return atoms.filter((atom) => text.slice(atom.start, atom.end).trim() !== '');
}

function beginsName(text: string, atom: Atom, flattened: boolean): boolean {
  if (atom.separator === '\n' || atom.separator === ';') return true;
  const words = text.slice(atom.start, atom.end).trim();
  if (apposition.test(words) || !opener.test(words)) return false;
  return (
    atom.separator !== 'và' ||
    flattened ||
    /^(?:[Cc]ác|[Nn]hững|[Mm]ột số) /u.test(words) ||
    (opensAfterAnd.test(words) && !sharedOffice.test(text.slice(0, atom.start)))
  );
}

/** How many atoms from `from` on make one known name; the longest wins, so that dashes and commas inside it are kept. */
function lengthOfKnownName(text: string, atoms: Atom[], from: number): number {
  const first = atoms[from];
  if (!first) return 0;
  for (let count = Math.min(6, atoms.length - from); count > 0; count -= 1) {
    const last = atoms[from + count - 1];
    if (last && isKnownName(text.slice(first.start, last.end))) return count;
  }
  return 0;
}

function toName(text: string, start: number, end: number): NameInList {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.replace(/^[\s\-–+•*:]+/u, '').length;
  const words = raw.slice(lead).replace(/[\s.,;:]+$/u, '');
  const name = words.normalize('NFC').replace(/\s+/g, ' ');
  return { name: name.charAt(0).toUpperCase() + name.slice(1), start: start + lead, end: start + lead + words.length };
}

/**
 * Splits the text of a cell into the names of units that it lists: lines, ";", flattened lists ("- A - B") and, before a word
 * that opens a name, commas and "và". Known names are matched first and longest first, so that "Trung tâm Dịch vụ hỗ trợ,
 * chăm sóc khách hàng" and "Vụ Tài chính - Kế toán" stay whole. The first letter comes out as a capital.
 */
export function splitUnitList(text: string): NameInList[] {
  const cellText = text.slice(0, mostCharacters);
  const atoms = cutAtoms(cellText);
  const flattened = /^\s*[-–+•*]\s/u.test(cellText);
  const names: NameInList[] = [];
  let index = 0;
  while (index < atoms.length) {
    const first = atoms[index];
    if (!first) break;
    let next = index + Math.max(1, lengthOfKnownName(cellText, atoms, index));
    let following = atoms[next];
    while (following && !beginsName(cellText, following, flattened)) {
      next += 1;
      following = atoms[next];
    }
    names.push(toName(cellText, first.start, atoms[next - 1]?.end ?? first.end));
    index = next;
  }
  return names.filter((entry) => entry.name !== '');
}
