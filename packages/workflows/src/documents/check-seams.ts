import type { FlowDocument, Words } from '@phancong/contracts';

import { flows } from '../flows/released-flows.js';
import { noticeTemplates } from '../notices/notice-templates.js';
import { eventsToldToWork } from './describe-as-document.js';
import { keptNames } from './kept-names.js';

/** What the parts of a document say about each other, and about the flow that was copied, told as sentences; empty when all fits. */
export function checkSeams(document: FlowDocument): Words[] {
  return [
    ...checkNames(document),
    ...checkMoves(document),
    ...checkWaiting(document),
    ...checkUndo(document),
    ...checkBase(document),
    ...checkNotices(document),
  ];
}

const list = (names: readonly string[]) => [...new Set(names)].slice(0, 20).join(', ');

function checkNames({ states, events, moves, initial, whenWorkEnds }: FlowDocument): Words[] {
  const places = [
    initial,
    ...(whenWorkEnds === undefined ? [] : [whenWorkEnds]),
    ...moves.flatMap(({ from, to }) => [from, to]),
  ];
  const unknown = [
    ...places.filter((state) => !Object.hasOwn(states, state)),
    ...moves.map(({ event }) => event).filter((event) => !Object.hasOwn(events, event)),
  ];
  const kept = Object.keys(events).filter((event) => keptNames.includes(event));
  return [
    ...(unknown.length > 0
      ? [
          {
            vi: `Các bước nhắc đến những tên không có trong bảng: ${list(unknown)}.`,
            en: `The moves name what is not in the tables: ${list(unknown)}.`,
          },
        ]
      : []),
    ...(kept.length > 0
      ? [
          {
            vi: `Tên «${list(kept)}» dành cho hệ thống; hãy đặt tên khác cho bước này.`,
            en: `“${list(kept)}” is kept for the system; call this event otherwise.`,
          },
        ]
      : []),
  ];
}

function checkMoves({ states, events, moves }: FlowDocument): Words[] {
  return moves.flatMap((move, place) => {
    const from = states[move.from]?.words;
    const event = events[move.event]?.words;
    const said: Words[] = [];
    if (from && states[move.from]?.phase !== 'open') {
      said.push({
        vi: `«${from.vi}» đã kết thúc mà vẫn có bước đi tiếp.`,
        en: `“${from.en}” is an end, yet a move leads on from it.`,
      });
    }
    if (moves.findIndex((other) => other.from === move.from && other.event === move.event) !== place) {
      said.push({
        vi: `«${event?.vi}» ở «${from?.vi}» có hai dòng; mỗi bước ở một trạng thái chỉ dẫn đến một nơi.`,
        en: `“${event?.en}” in “${from?.en}” has two lines; a move leads to one place alone.`,
      });
    }
    const conditional = move.onlyAfterDue || move.onlyWithProof;
    if (move.goesBack && (conditional || move.takesBack)) {
      said.push({
        vi: `«${event?.vi}» trả lại thì không kèm điều kiện và không đồng thời là rút lại.`,
        en: `“${event?.en}” goes back, so it has no condition and takes nothing back besides.`,
      });
    }
    if (move.handsIn && move.takesBack) {
      said.push({
        vi: `«${event?.vi}» vừa nộp vừa rút lại.`,
        en: `“${event?.en}” hands in and takes back at once.`,
      });
    }
    if (move.goesBack && move.byAnotherPerson) {
      said.push({
        vi: `«${event?.vi}» vừa trả lại vừa đòi người khác; việc trả lại ai cũng làm được.`,
        en: `“${event?.en}” goes back and asks for another person; what goes back is open to everybody who may send it.`,
      });
    }
    return said;
  });
}

/** Work may have no deadline: then nothing that waits for its passing ever happens. */
function checkWaiting({ states, moves }: FlowDocument): Words[] {
  return Object.entries(states).flatMap(([id, { words, phase }]): Words[] => {
    const leading = moves.filter(({ from, to }) => from === id && to !== id);
    if (phase !== 'open' || leading.length === 0 || !leading.every((move) => move.onlyAfterDue)) return [];
    return [
      {
        vi: `Từ «${words.vi}» chỉ đi tiếp được khi quá hạn; việc không có thời hạn sẽ kẹt ở đó.`,
        en: `“${words.en}” is left only after the deadline; work without one would stay there for ever.`,
      },
    ];
  });
}

/** What takes an event back is an event of the same flow. */
function checkUndo({ events }: FlowDocument): Words[] {
  const unknown = Object.values(events).flatMap(({ undo }) => (undo === undefined || events[undo] ? [] : [undo]));
  if (unknown.length === 0) return [];
  return [
    {
      vi: `Bước dùng để rút lại không có trong bảng: ${list(unknown)}.`,
      en: `What takes a move back is not in the tables: ${list(unknown)}.`,
    },
  ];
}

function checkBase({ base, states, moves, whenWorkEnds }: FlowDocument): Words[] {
  const shipped = flows[base];
  const mayTell = eventsToldToWork(shipped);
  const told = moves.flatMap(({ tellsWork }) => tellsWork ?? []).filter((event) => !mayTell.includes(event));
  const said: Words[] = [];
  if (told.length > 0) {
    said.push({
      vi: `«${shipped.words.vi}» không báo «${list(told)}» cho công việc mà nó thuộc về.`,
      en: `“${shipped.words.en}” does not tell its work “${list(told)}”.`,
    });
  }
  if (shipped.events['parentEnded'] && (whenWorkEnds === undefined || states[whenWorkEnds]?.phase !== 'cancelled')) {
    said.push({
      vi: 'Hãy chọn trạng thái hủy mà quy trình dừng lại khi nhiệm vụ kết thúc.',
      en: 'Choose the cancelled state in which it stops when the task has ended.',
    });
  }
  return said;
}

function checkNotices({ states, moves, startTells, notices = {} }: FlowDocument): Words[] {
  const named = [
    ...startTells.map(({ notice }) => notice),
    ...moves.flatMap(({ tells }) => tells.map(({ notice }) => notice)),
    ...Object.values(states).flatMap(({ remindWith }) => remindWith ?? []),
  ];
  const unknown = named.filter((notice) => !Object.hasOwn(noticeTemplates, notice) && !Object.hasOwn(notices, notice));
  const kept = Object.keys(notices).filter((notice) => Object.hasOwn(noticeTemplates, notice));
  return [
    ...(unknown.length > 0
      ? [{ vi: `Không có mẫu thông báo «${list(unknown)}».`, en: `There is no notice “${list(unknown)}”.` }]
      : []),
    ...(kept.length > 0
      ? [
          {
            vi: `Tên «${list(kept)}» là của mẫu thông báo có sẵn; hãy đặt tên khác.`,
            en: `“${list(kept)}” names a notice of the product; call yours otherwise.`,
          },
        ]
      : []),
  ];
}
