import type { Words } from '@phancong/contracts';
import type { Flow } from '@phancong/workflows';

/** What happens to an instance beside its machine: the state stays, the facts around it change. */
const besideTheMachine: Readonly<Record<string, Words>> = {
  amended: { vi: 'Kế hoạch được sửa đổi', en: 'The plan was amended' },
  reorganised: { vi: 'Chuyển theo sắp xếp đơn vị', en: 'Passed on by a reorganisation of units' },
  quotaSplit: { vi: 'Chia lại chỉ tiêu theo chia tách đơn vị', en: 'Targets re-split as the unit was split' },
  repaired: { vi: 'Khôi phục dữ liệu từ lịch sử', en: 'Repaired from its history' },
  upgraded: { vi: 'Chuyển sang bản quy trình mới', en: 'Moved to a new version of the workflow' },
};

/**
 * Events whose name in a released machine says too much: an amendment sends `extended` too, and it may move a deadline to an earlier day.
 * Machines that were released keep their words, so the history says it in its own.
 */
const plainer: Readonly<Record<string, Words>> = { extended: { vi: 'Đổi hạn', en: 'Deadline moved' } };

/** The words of an event in a history: those of its machine, or of what happens beside it. */
export const wordsOfEvent = (flow: Flow, event: string): Words | undefined =>
  (flow.events[event] && plainer[event]) ?? flow.events[event]?.words ?? besideTheMachine[event];
