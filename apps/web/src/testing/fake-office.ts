import type {
  FlowId,
  InstanceLine,
  InstancePage,
  Notice,
  NoticeBundle,
  Session,
  Timeliness,
} from '@phancong/contracts';
import { addDays, daysBetween } from '@phancong/calendar';

/** The day the fake office stands at, the same as the demonstration. */
export const fakeToday = '2025-05-20';

const titles = [
  'Tổ chức hội nghị, đối thoại, tuyên truyền chính sách BHXH, BHYT, BHTN tại cơ sở',
  'Phối hợp với Đài Phát thanh và Truyền hình địa phương xây dựng, phát sóng chuyên mục về BHXH, BHYT',
  'Sản xuất, biên tập tin, bài, infographic, video ngắn đăng Cổng Thông tin điện tử',
  'Truyền thông trên hệ thống loa truyền thanh cơ sở',
  'Tổ chức Lễ ra quân, diễu hành hưởng ứng Tháng vận động triển khai BHXH toàn dân',
  'In và cấp phát tờ gấp, tờ rơi, ấn phẩm truyền thông',
];
const refs = ['I.1.1', 'I.1.2', 'I.2.1', 'I.3.1', 'II.2', 'I.5.1'];

export const centre = { id: 'ttt', name: 'Trung tâm Truyền thông', shortName: 'TT Truyền thông' };
export const bacGiang = { id: 'bac-giang-truoc-2025-07', name: 'BHXH tỉnh Bắc Giang', shortName: 'Bắc Giang' };
export const planId = idOf(1);

/** A UUID that can be told apart by its number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const beginning: Partial<Record<FlowId, string>> = {
  task: 'assigned',
  checkpoint: 'open',
  coordination: 'requested',
  handoff: 'offered',
};

function timelinessOn(dueOn: string | null): Timeliness {
  if (dueOn === null) return 'standing';
  const days = daysBetween(fakeToday, dueOn);
  if (days < 0) return 'openOverdue';
  return days <= 7 ? 'openDueSoon' : 'openInTime';
}

/** A line of work owed by Bắc Giang; every part can be given. */
export function fakeLine(number: number, part: Partial<InstanceLine> = {}): InstanceLine {
  const dueOn = part.dueOn === undefined ? addDays(fakeToday, number * 3 - 6) : part.dueOn;
  const flow = part.flow ?? 'task';
  return {
    id: idOf(100 + number),
    flow,
    machineVersion: 1,
    state: beginning[flow] ?? 'assigned',
    version: 0,
    title: titles[number % titles.length] ?? '',
    ref: refs[number % refs.length] ?? null,
    periodLabel: flow === 'checkpoint' ? `Quý ${['I', 'II', 'III', 'IV'][number % 4]}` : null,
    planId,
    parentId: null,
    from: centre,
    to: bacGiang,
    holderUnitId: bacGiang.id,
    startsOn: '2025-01-01',
    dueOn,
    signedDueOn: dueOn,
    doneOn: null,
    timeliness: timelinessOn(dueOn),
    daysLeft: dueOn === null ? null : daysBetween(fakeToday, dueOn),
    ...part,
  };
}

export const fakeActor = {
  personId: idOf(7),
  personName: 'Nguyễn Thị Hồng Vân',
  unitId: bacGiang.id,
  unitName: bacGiang.name,
  post: 'officer' as const,
};

export const fakeSession: Session = {
  actor: fakeActor,
  seatId: idOf(900),
  seats: [
    {
      id: idOf(900),
      unitId: fakeActor.unitId,
      unitName: fakeActor.unitName,
      post: fakeActor.post,
      onBehalfOf: null,
      validTo: null,
    },
  ],
  csrfToken: 'fake-token',
  expiresAt: '2025-05-20T17:00:00.000Z',
  role: 'province',
  secondFactorNeeded: false,
  byIdentity: false,
};

/** The page of one piece of work with something in every part. */
export function fakePage(line: InstanceLine, part: Partial<InstancePage> = {}): InstancePage {
  const text = `${line.title}. Tổ chức từ 10-12 cuộc/tỉnh/năm; mỗi cuộc có ít nhất 50 người tham dự.`;
  return {
    line,
    machineVersion: 1,
    planTitle: 'Kế hoạch truyền thông chính sách BHXH, BHYT, BHTN năm 2025',
    context: {},
    itemText: text,
    unitOfMeasure: 'Hội nghị',
    timingText: 'Quý I-IV',
    deliverable: 'Biên bản hội nghị',
    budgetVnd: 120_000_000,
    moves: [
      { event: 'acknowledge', words: { vi: 'Tiếp nhận', en: 'Acknowledge' }, allowed: true, why: null },
      { event: 'returnAssignment', words: { vi: 'Trả lại nhiệm vụ', en: 'Return' }, allowed: true, why: null },
      {
        event: 'report',
        words: { vi: 'Báo cáo hoàn thành', en: 'Report' },
        allowed: false,
        why: { vi: 'Còn 4 kỳ báo cáo chưa được chấp nhận.', en: '4 checkpoints are not accepted yet.' },
      },
    ],
    relations: ['to'],
    parent: null,
    children: [1, 2, 3, 4].map((number) =>
      fakeLine(40 + number, {
        flow: 'checkpoint',
        parentId: line.id,
        ref: line.ref,
        title: line.title,
        dueOn: `2025-${String(number * 3).padStart(2, '0')}-30`,
      }),
    ),
    targets: [
      {
        id: idOf(901),
        metric: 'Hội nghị, đối thoại',
        min: 10,
        max: 12,
        unit: 'cuộc',
        per: 'tỉnh',
        period: 'năm',
        counted: 7,
        countedThisPeriod: null,
      },
      {
        id: idOf(902),
        metric: 'Phát trên loa truyền thanh',
        min: 2,
        max: null,
        unit: 'lượt',
        per: null,
        period: 'tuần',
        counted: 38,
        countedThisPeriod: 1,
      },
    ],
    evidence: [
      {
        id: idOf(801),
        instanceId: line.id,
        taskId: line.id,
        targetId: idOf(901),
        kind: 'conference',
        title: 'Hội nghị đối thoại với người lao động Khu công nghiệp Quang Châu',
        happenedOn: '2025-04-18',
        place: 'Nhà văn hóa xã Quang Châu, Việt Yên',
        participants: 185,
        quantity: 1,
        link: null,
        file: { id: idOf(700), name: 'bien-ban-hoi-nghi.pdf', mediaType: 'application/pdf', size: 120_000 },
        note: null,
        recordedBy: fakeActor,
        recordedAt: '2025-04-18T08:00:00.000Z',
        withdrawnReason: null,
      },
    ],
    history: [
      {
        version: 0,
        at: '2025-01-15T02:00:00.000Z',
        onDay: '2025-01-15',
        actor: { ...fakeActor, personName: 'Dương Ngọc Ánh', unitId: centre.id, unitName: centre.name, post: 'head' },
        event: 'start',
        words: { vi: 'Giao nhiệm vụ', en: 'Assigned' },
        fromState: null,
        toState: 'assigned',
        payload: {},
      },
    ],
    source: {
      planId,
      ref: line.ref ?? '',
      fileName: 'phu-luc-2-nam-2025.txt',
      line: 12,
      cells: [line.ref ?? '', line.title, 'Hội nghị', 'Quý I-IV', 'BHXH tỉnh', 'Các sở, ngành', text],
      anchors: {
        title: [{ line: 12, row: 5, cell: 1, start: 0, end: line.title.length }],
        targets: [{ line: 12, row: 5, cell: 6, start: line.title.length + 14, end: line.title.length + 34 }],
        timing: [{ line: 12, row: 5, cell: 3, start: 0, end: 8 }],
      },
    },
    damaged: false,
    mayStart: [
      {
        flow: 'extension',
        words: { vi: 'Xin gia hạn', en: 'Ask for more time' },
        allowed: true,
        why: null,
        choosesUnit: false,
        among: null,
      },
      {
        flow: 'handoff',
        words: { vi: 'Bàn giao sản phẩm', en: 'Hand a product over' },
        allowed: true,
        why: null,
        choosesUnit: true,
        among: null,
      },
    ],
    ...part,
  };
}

/** A line of the list of notices; each kind and day has one. */
export function fakeBundle(number: number, part: Partial<NoticeBundle> = {}): NoticeBundle {
  const newest = fakeNotice(number);
  const { onDay, words } = newest;
  const unread = newest.readAt === null ? 1 : 0;
  return { onDay, template: `kind${number}`, count: 1, unread, words, newest, ...part };
}

export function fakeNotice(number: number, part: Partial<Notice> = {}): Notice {
  return {
    id: String(number),
    at: '2025-05-19T02:00:00.000Z',
    onDay: '2025-05-19',
    words: {
      vi: 'Sắp đến hạn: còn 3 ngày để báo cáo kỳ Quý II.',
      en: 'Due soon: 3 days left to report the second quarter.',
    },
    flow: 'checkpoint',
    instanceId: idOf(100 + number),
    planId,
    title: titles[number % titles.length] ?? '',
    byUnitName: null,
    readAt: number > 3 ? '2025-05-19T03:00:00.000Z' : null,
    ...part,
  };
}
