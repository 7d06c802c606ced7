import type {
  PlanMatrix,
  PlanPage,
  PlanReview,
  PlanRow,
  ReviewDoubt,
  ReviewItem,
  StatusCounts,
} from '@phancong/contracts';

import { centre, idOf, planId } from './fake-office.js';

export const noCounts: StatusCounts = {
  total: 0,
  doneOnTime: 0,
  doneLate: 0,
  openInTime: 0,
  openOverdue: 0,
  standing: 0,
  cancelled: 0,
};

/** The plan of the fake office; its centre owns it. */
export function fakePlan(part: Partial<PlanPage> = {}): PlanPage {
  return {
    id: planId,
    title: 'Phụ lục II - Hình thức truyền thông năm 2025',
    number: null,
    year: 2025,
    state: 'active',
    version: 4,
    ownerUnitId: centre.id,
    ownerUnitName: centre.name,
    fileName: 'phu-luc-2-nam-2025.txt',
    itemCount: 2,
    openDoubts: 0,
    registryDate: '2025-01-15',
    sharesProgress: false,
    counts: { ...noCounts, total: 64, doneOnTime: 40, openInTime: 20, openOverdue: 4 },
    createdAt: '2025-01-10T02:00:00.000Z',
    document: {
      title: 'Phụ lục II - Hình thức truyền thông năm 2025',
      number: null,
      issuedOn: null,
      issuer: 'BHXH Việt Nam',
      year: 2025,
      signer: null,
      recipients: [],
    },
    moves: [],
    calendar: [],
    ...part,
  };
}

export const fakeRows: PlanRow[] = [
  {
    itemId: null,
    kind: 'heading',
    position: 0,
    ref: 'I.1',
    title: 'Tổ chức các hội nghị truyền thông',
    text: null,
    unitOfMeasure: null,
    timingText: null,
    leads: [],
    coordinators: [],
    deliverable: null,
    budgetVnd: null,
    counts: null,
    reports: null,
    nextDueOn: null,
  },
  {
    itemId: idOf(51),
    kind: 'item',
    position: 1,
    ref: 'I.1.2',
    title: 'Tổ chức các Hội nghị truyền thông, tập huấn, tọa đàm',
    text: `Trong năm, đề nghị BHXH tỉnh đảm bảo một số chỉ tiêu. ${'Tổ chức Hội nghị đối thoại với người lao động. '.repeat(8)}`,
    unitOfMeasure: 'Hội nghị',
    timingText: 'Quý I-IV',
    leads: ['Trung tâm Truyền thông', 'BHXH tỉnh'],
    coordinators: ['Các đơn vị liên quan'],
    deliverable: 'Biên bản hội nghị',
    budgetVnd: 120_000_000,
    counts: { ...noCounts, total: 64, doneOnTime: 40, openInTime: 20, openOverdue: 4 },
    reports: null,
    nextDueOn: '2025-06-30',
  },
];

/** A row as the reader read it, with the place of its title in the document. */
export function fakeReviewItem(number: number, part: Partial<ReviewItem> = {}): ReviewItem {
  const ref = `I.1.${number}`;
  return {
    id: idOf(50 + number),
    version: 0,
    edited: [],
    readRef: ref,
    wasRead: true,
    ref,
    title: `Hội nghị số ${number}`,
    text: 'Tổ chức Hội nghị đối thoại.',
    unitOfMeasure: 'Hội nghị',
    leads: ['BHXH tỉnh'],
    coordinators: ['Các đơn vị liên quan'],
    timing: { text: 'Quý II', inheritedFrom: null, windows: [], deadline: null, recurrence: [], asNeeded: false },
    targets: [],
    fansOutTo: 'provinces',
    kind: 'activity',
    handsOffTo: [],
    receivesFrom: [],
    approvers: [],
    deliverable: null,
    budgetVnd: null,
    obligation: 'must',
    inferred: [],
    parentRef: null,
    anchors: { title: [{ line: 10 + number, row: number, cell: 1, start: 0, end: 13 }] },
    source: { lines: [10 + number, 10 + number] },
    ...part,
  };
}

export function fakeDoubt(number: number, part: Partial<ReviewDoubt> = {}): ReviewDoubt {
  return {
    id: idOf(70 + number),
    itemId: idOf(50 + number),
    code: 'INHERITED',
    ref: `I.1.${number}`,
    field: 'unitOfMeasure',
    message: { vi: `Ô «đơn vị tính» của mục I.1.${number} để trống.`, en: 'The cell is blank.' },
    choices: [
      { value: 'Hội nghị', words: { vi: 'Như mục trên', en: 'As above' } },
      { value: null, words: { vi: 'Để trống', en: 'Leave it blank' } },
    ],
    confidence: 0.9,
    settledAt: null,
    settledValue: null,
    settledBy: null,
    ...part,
  };
}

export function fakeReview(part: Partial<PlanReview> = {}): PlanReview {
  const items = [1, 2, 3].map((number) => fakeReviewItem(number));
  return {
    plan: fakePlan({ state: 'draft', openDoubts: 3, counts: noCounts }),
    documentVersion: 0,
    edits: [],
    undo: null,
    redo: null,
    items,
    headings: [],
    doubts: [1, 2, 3].map((number) => fakeDoubt(number)),
    source: items.map((item, index) => ({
      line: 11 + index,
      row: 1 + index,
      kind: 'item',
      cells: [item.ref, item.title, 'Hội nghị', 'Quý II', 'BHXH tỉnh', 'Các đơn vị liên quan', item.text],
      refs: [item.ref],
    })),
    ...part,
  };
}

export const fakeMatrix: PlanMatrix = {
  rows: [1, 2, 3].map((number) => ({
    itemId: idOf(50 + number),
    ref: `I.1.${number}`,
    title: `Hội nghị số ${number}`,
    cells: [0, 1, 2].map((unit) => ({
      unit,
      tasks: unit === 1 ? { openOverdue: 1 } : { doneOnTime: 1 },
      reports: {},
    })),
  })),
  units: ['Bắc Giang', 'Cà Mau', 'Hà Nội', 'Lào Cai'].map((name, index) => ({
    id: `tinh-${index}`,
    name: `BHXH tỉnh ${name}`,
    shortName: `BHXH tỉnh ${name}`,
  })),
  next: null,
};
