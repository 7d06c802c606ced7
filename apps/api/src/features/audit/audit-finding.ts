import type { Words } from '@phancong/contracts';

/** What was done to the record behind the application's back. */
export type AuditFault =
  | 'changed'
  | 'removed'
  | 'reordered'
  | 'added'
  | 'cutOff'
  | 'instanceGone'
  | 'sealBroken'
  | 'sealRemoved'
  | 'headDiffers'
  | 'wrongSignature'
  | 'unsigned';

/** One place where the record is not what was written. */
export interface AuditFinding {
  fault: AuditFault;
  /** The instance, or kind and id of another subject ("person 0198…"); the number of the seal where a seal is at fault. */
  chain: string;
  /** First and last row at fault. */
  rows: [first: number, last: number] | null;
  /** Where a reordered row stood when it was written. */
  was?: number;
  /** What the row says, or said: title, event, person, unit, day. Empty where nothing of it is left. */
  what: string;
}

const faults: Record<AuditFault, Words> = {
  changed: { vi: 'bị sửa sau khi ghi', en: 'changed after it was written' },
  removed: { vi: 'bị xóa', en: 'removed' },
  reordered: { vi: 'bị đổi thứ tự', en: 'put in another place' },
  added: { vi: 'được thêm vào sau khi đã chốt', en: 'added after the record was sealed' },
  cutOff: { vi: 'bị cắt ở cuối', en: 'cut off at the end' },
  instanceGone: { vi: 'công việc không còn, chỉ còn lịch sử', en: 'the instance is gone, its history is left' },
  sealBroken: { vi: 'số dòng hoặc nội dung không còn như khi chốt', en: 'not the rows that were sealed' },
  sealRemoved: { vi: 'mã chốt không nối với mã chốt trước', en: 'does not follow the seal before it' },
  wrongSignature: {
    vi: 'chữ ký của mã chốt không đúng với khóa công khai',
    en: 'the signature of the head does not fit the public key',
  },
  unsigned: { vi: 'mã chốt không có chữ ký', en: 'a head without a signature' },
  headDiffers: {
    vi: 'khác với mã chốt đã xuất ra và cất nơi khác',
    en: 'differs from the head that was kept elsewhere',
  },
};

const rowsOf = ({ rows }: AuditFinding, one: string, many: string) =>
  rows === null ? '' : rows[0] === rows[1] ? `${one} ${rows[0]}` : `${many} ${rows[0]}-${rows[1]}`;

/** One sentence in each language that names instance, row, person and what was done to it. */
export function wordFinding(finding: AuditFinding): Words {
  const { fault, chain, what, was } = finding;
  const join = (parts: string[]) => parts.filter(Boolean).join(', ');
  return {
    vi: `${join([chain, rowsOf(finding, 'dòng', 'các dòng')])}: ${faults[fault].vi}${was === undefined ? '' : ` (vốn là dòng ${was})`}${what && ` · ${what}`}`,
    en: `${join([chain, rowsOf(finding, 'row', 'rows')])}: ${faults[fault].en}${was === undefined ? '' : ` (it was row ${was})`}${what && ` · ${what}`}`,
  };
}
