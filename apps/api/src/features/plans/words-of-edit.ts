import type { PlanEditKind, Words } from '@phancong/contracts';

import { changedFacts, changedFields, type ReviewChanges, type RowWords } from './review-changes.js';

const fieldNames: Record<keyof RowWords, Words> = {
  ref: { vi: 'số mục', en: 'the ref' },
  title: { vi: 'nội dung', en: 'the title' },
  text: { vi: 'công việc thực hiện', en: 'the work' },
  unitOfMeasure: { vi: 'đơn vị tính', en: 'the unit of measure' },
  leads: { vi: 'đơn vị chủ trì', en: 'the lead units' },
  coordinators: { vi: 'đơn vị phối hợp', en: 'the coordinating units' },
  timing: { vi: 'thời gian thực hiện', en: 'the timing' },
  targets: { vi: 'chỉ tiêu', en: 'the targets' },
  handsOffTo: { vi: 'nơi nhận sản phẩm', en: 'the receivers' },
  receivesFrom: { vi: 'nơi cung cấp', en: 'the givers' },
  approvers: { vi: 'cấp phê duyệt', en: 'the approvers' },
  deliverable: { vi: 'sản phẩm', en: 'the product' },
  budgetVnd: { vi: 'kinh phí', en: 'the money' },
  removed: { vi: 'việc bỏ dòng', en: 'the removal' },
};

const factNames: Record<ReturnType<typeof changedFacts>[number], Words> = {
  title: { vi: 'tên văn bản', en: 'the title' },
  number: { vi: 'số văn bản', en: 'the number' },
  issuedOn: { vi: 'ngày ban hành', en: 'the date of issue' },
  issuer: { vi: 'cơ quan ban hành', en: 'the issuer' },
  signer: { vi: 'người ký', en: 'the signer' },
  year: { vi: 'năm', en: 'the year' },
  recipients: { vi: 'nơi nhận', en: 'the recipients' },
};

const listWords = (words: readonly Words[]): Words => ({
  vi: words.map(({ vi }) => vi).join(', '),
  en: words.map(({ en }) => en).join(', '),
});

/** What a person did, as the office says it: "sửa đơn vị tính của dòng I.6", "gộp dòng I.5 và I.6". */
export function wordsOfEdit(kind: PlanEditKind, { rows, doubts, names, document }: ReviewChanges): Words {
  const refs = rows.map(({ before, after }) => (before.removed ? after.ref : before.ref));
  const [first = '', second = ''] = refs;
  switch (kind) {
    case 'edit': {
      const fields = listWords(rows.flatMap((row) => changedFields(row).map((field) => fieldNames[field])));
      return { vi: `sửa ${fields.vi} của dòng ${first}`, en: `changed ${fields.en} of row ${first}` };
    }
    case 'document': {
      const facts = listWords(document ? changedFacts(document).map((fact) => factNames[fact]) : []);
      return { vi: `sửa ${facts.vi}`, en: `changed ${facts.en}` };
    }
    case 'add':
      return { vi: `thêm dòng ${first}`, en: `added row ${first}` };
    case 'remove':
      return { vi: `bỏ dòng ${first}`, en: `removed row ${first}` };
    case 'split':
      return {
        vi: `tách dòng ${first} thành ${refs.join(' và ')}`,
        en: `split row ${first} into ${refs.join(' and ')}`,
      };
    case 'merge':
      return { vi: `gộp dòng ${first} và ${second}`, en: `merged rows ${first} and ${second}` };
    case 'members': {
      const [named] = names;
      const [name, after] = [named?.name ?? '', named?.after ?? []];
      return after.length > 0
        ? { vi: `chọn ${after.length} đơn vị cho «${name}»`, en: `named ${after.length} units for “${name}”` }
        : { vi: `trả «${name}» về danh mục`, en: `left “${name}” to the registry` };
    }
    case 'settle':
      return {
        vi: `giải quyết ${doubts.length} điểm nghi vấn${first ? ` ở dòng ${first}` : ''}`,
        en: `settled ${doubts.length} doubts${first ? ` on row ${first}` : ''}`,
      };
  }
}
