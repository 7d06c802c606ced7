import type { DeliveryFault, Words } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';

import type { DeadLetterRow } from './dead-letters.repository.js';

/** What was to be sent, in words. */
export function wordWhat({ kind, about, receiver, flow, machine_version }: DeadLetterRow): Words {
  if (kind === 'webhook') {
    return { vi: `Tin «${about}» gửi tới «${receiver}»`, en: `Message “${about}” to “${receiver}”` };
  }
  if (kind === 'effect') return { vi: 'Thông báo sau một bước xử lý', en: 'Notices of a move' };
  const words = flow && about ? wordsOfEvent(flow, machine_version, about) : undefined;
  return { vi: `Mốc thời hạn «${words?.vi ?? about}»`, en: `Clock “${words?.en ?? about}”` };
}

/** A version that is not known here is no reason not to show the line. */
function wordsOfEvent(
  flow: NonNullable<DeadLetterRow['flow']>,
  version: number | null,
  event: string,
): Words | undefined {
  try {
    return flowOf(flow, version ?? undefined).events[event]?.words;
  } catch {
    return undefined;
  }
}

/** Why it failed, in words that say what to do where that is known. */
export function wordWhy({ kind, fault, webhook_fault }: DeadLetterRow): Words {
  if (kind === 'webhook' && webhook_fault) return wordFault(webhook_fault);
  if (kind === 'clock') {
    return {
      vi: `Dữ liệu trạng thái của việc không đọc được (${fault ?? ''}). Hãy khôi phục việc này rồi gửi lại.`,
      en: `The stored state of the work cannot be read (${fault ?? ''}). Mend it, then send again.`,
    };
  }
  return {
    vi: `Cơ sở dữ liệu từ chối: ${fault ?? ''}. Hãy chuyển dòng này cho người vận hành.`,
    en: `The database refused: ${fault ?? ''}. Show this line to the operator.`,
  };
}

export function wordFault({ kind, detail }: DeliveryFault): Words {
  switch (kind) {
    case 'status':
      return { vi: `Bên nhận trả lời mã ${detail}.`, en: `The receiver answered with status ${detail}.` };
    case 'redirect':
      return {
        vi: `Bên nhận chuyển hướng (mã ${detail}); hãy đăng ký đúng địa chỉ cuối cùng.`,
        en: `The receiver redirects (status ${detail}); register its final address.`,
      };
    case 'timeout':
      return {
        vi: `Bên nhận không trả lời trong ${detail} giây.`,
        en: `The receiver did not answer in ${detail} seconds.`,
      };
    case 'address':
      return {
        vi: `Tên máy dẫn tới địa chỉ nội bộ ${detail} nên bị từ chối.`,
        en: `The name leads to the inner address ${detail}, which is refused.`,
      };
    case 'secret':
      return {
        vi: 'Khóa bí mật của máy chủ đã đổi nên không mở được mã ký. Hãy tạo mã ký mới cho nơi nhận rồi gửi lại.',
        en: 'The secret key of the server has changed. Make a new secret for the receiver, then send again.',
      };
    case 'network':
      return { vi: `Không kết nối được tới bên nhận (${detail}).`, en: `The receiver cannot be reached (${detail}).` };
  }
}
