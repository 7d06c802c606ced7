import { z } from 'zod';

import { Words } from './primitives.js';

interface ErrorFacts {
  /** Status of the HTTP answer. */
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** How loud the server's log is about it. */
  level: 'info' | 'warn' | 'error';
  /** What the person reads: what happened and what to do. `{name}` takes a value of `details`. */
  words: Words;
}

/** The one table of errors: code, status, log level and the sentence in both languages. */
export const errorTable = {
  VALIDATION_FAILED: {
    status: 400,
    level: 'info',
    words: {
      vi: 'Dữ liệu gửi lên chưa đúng. Hãy sửa các ô được đánh dấu rồi gửi lại.',
      en: 'What was sent is not valid. Correct the marked fields and send again.',
    },
  },
  NOT_SIGNED_IN: {
    status: 401,
    level: 'info',
    words: {
      vi: 'Phiên làm việc đã hết hạn. Hãy đăng nhập lại; nội dung đang nhập vẫn được giữ.',
      en: 'Your session has ended. Sign in again; what you typed is kept.',
    },
  },
  WRONG_PASSWORD: {
    status: 401,
    level: 'warn',
    words: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The user name or the password is not right.' },
  },
  SECOND_FACTOR_ASKED: {
    status: 401,
    level: 'info',
    words: {
      vi: 'Hãy nhập mã của ứng dụng xác thực để vào.',
      en: 'Enter the code of your authenticator to come in.',
    },
  },
  WRONG_CODE: {
    status: 401,
    level: 'warn',
    words: {
      vi: 'Mã không đúng hoặc đã dùng rồi. Hãy đợi mã mới trên ứng dụng xác thực rồi nhập lại.',
      en: 'The code is not right, or was used already. Wait for the next one of your authenticator.',
    },
  },
  SECOND_FACTOR_NEEDED: {
    status: 403,
    level: 'info',
    words: {
      vi: 'Chức vụ này phải xác thực hai bước. Hãy hoàn tất xác thực hai bước rồi làm tiếp.',
      en: 'This post takes a second factor. Complete it first, then go on.',
    },
  },
  SECOND_FACTOR_STATE: {
    status: 409,
    level: 'info',
    words: { vi: '{why}', en: '{whyEn}' },
  },
  IDENTITY_REFUSED: {
    status: 401,
    level: 'warn',
    words: {
      vi: 'Chưa đăng nhập được qua hệ thống định danh. Hãy thử lại từ nút đăng nhập.',
      en: 'Signing in at the identity server did not succeed. Try again with the button.',
    },
  },
  IDENTITY_UNKNOWN: {
    status: 403,
    level: 'warn',
    words: {
      vi: 'Hệ thống định danh đã xác nhận bạn, nhưng ở đây chưa có tài khoản hoặc chức vụ của bạn. Hãy báo quản trị viên.',
      en: 'The identity server knows you, but there is no account or post of yours here. Tell the administrator.',
    },
  },
  IDENTITY_AWAY: {
    status: 503,
    level: 'error',
    words: {
      vi: 'Chưa kết nối được hệ thống định danh. Hãy thử lại sau ít phút hoặc đăng nhập bằng mật khẩu.',
      en: 'The identity server cannot be reached. Try again in a few minutes, or sign in with a password.',
    },
  },
  SIGN_IN_LOCKED: {
    status: 429,
    level: 'warn',
    words: {
      vi: 'Đăng nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút, hoặc dùng máy mà bạn đã từng đăng nhập.',
      en: 'Too many wrong sign-ins. Try again in {minutes} minutes, or use a browser in which you signed in before.',
    },
  },
  WEAK_PASSWORD: {
    status: 422,
    level: 'info',
    words: { vi: '{why}', en: '{whyEn}' },
  },
  LINK_EXPIRED: {
    status: 404,
    level: 'warn',
    words: {
      vi: 'Đường dẫn đã dùng hoặc đã hết hạn. Hãy xin quản trị viên một đường dẫn mới.',
      en: 'The link was used or has expired. Ask your administrator for a new one.',
    },
  },
  USERNAME_TAKEN: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Tên đăng nhập «{username}» đã có người dùng. Hãy chọn tên khác.',
      en: 'The user name “{username}” is taken. Choose another one.',
    },
  },
  TOKEN_SCOPE: {
    status: 403,
    level: 'warn',
    words: {
      vi: 'Khóa truy cập này không có phạm vi để thực hiện yêu cầu.',
      en: 'This API token lacks the scope for the request.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    level: 'warn',
    words: {
      vi: 'Đơn vị hoặc chức vụ của bạn không có quyền thực hiện việc này.',
      en: 'Your unit or post may not do this.',
    },
  },
  CSRF_REJECTED: {
    status: 403,
    level: 'warn',
    words: {
      vi: 'Yêu cầu không đến từ trang của hệ thống. Hãy tải lại trang rồi thử lại.',
      en: 'The request did not come from this site. Reload the page and try again.',
    },
  },
  NOT_FOUND: {
    status: 404,
    level: 'info',
    words: {
      vi: 'Không tìm thấy, hoặc đơn vị của bạn không được xem.',
      en: 'Not found, or not visible to your unit.',
    },
  },
  EVENT_NOT_EXPECTED: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Không thể «{event}» khi đang ở trạng thái «{state}».',
      en: 'Cannot “{event}” while the state is “{state}”.',
    },
  },
  GUARD_REFUSED: { status: 409, level: 'info', words: { vi: '{why}', en: '{whyEn}' } },
  STALE_VERSION: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Trong lúc bạn xem, {who} đã «{event}». Hãy xem lại trạng thái mới rồi quyết định.',
      en: 'Meanwhile {who} did “{eventEn}”. Look at the new state, then decide.',
    },
  },
  WORK_BUSY: {
    status: 503,
    level: 'warn',
    words: {
      vi: 'Việc này đang được người khác xử lý liên tục. Chưa có gì thay đổi; hãy thử lại sau ít giây.',
      en: 'Others keep moving this piece of work. Nothing was changed; try again in a few seconds.',
    },
  },
  DUPLICATE_FILE: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Tệp này đã được tải lên trước đó. Hãy mở kế hoạch đã có thay vì tải lại.',
      en: 'This very file was uploaded before. Open the plan that exists.',
    },
  },
  DOUBTS_OPEN: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Còn {count} điểm nghi vấn chưa được giải quyết.',
      en: '{count} doubts are not settled yet.',
    },
  },
  EMPTY_FILE: {
    status: 422,
    level: 'info',
    words: { vi: 'Tệp rỗng. Hãy chọn lại tệp kế hoạch.', en: 'The file is empty. Choose the plan again.' },
  },
  UNKNOWN_FORMAT: {
    status: 415,
    level: 'info',
    words: {
      vi: 'Không nhận ra định dạng tệp này. Hãy dùng .docx, .xlsx, .pdf, .html, .csv, .md hoặc .txt (mã UTF-8).',
      en: 'This file format is not known. Use .docx, .xlsx, .pdf, .html, .csv, .md or .txt (UTF-8).',
    },
  },
  DAMAGED_FILE: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Tệp {format} bị hỏng hoặc bị cắt ngang. Hãy mở bằng chương trình đã tạo ra nó, lưu lại rồi tải lên bản mới.',
      en: 'The {format} file is damaged or cut off. Open it in the program that made it, save it again and upload the new copy.',
    },
  },
  ENCRYPTED_FILE: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Tệp {format} có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu rồi tải lên lại.',
      en: 'The {format} file is protected by a password. Remove the password and upload it again.',
    },
  },
  TOO_MUCH_CONTENT: {
    status: 422,
    level: 'warn',
    words: {
      vi: 'Nội dung tệp vượt mức đọc được ({limit}). Hãy tách riêng phần có bảng phân công rồi tải lên.',
      en: 'The content is more than can be read ({limitEn}). Upload the part that holds the table alone.',
    },
  },
  OLD_WORD_FILE: {
    status: 415,
    level: 'info',
    words: {
      vi: 'Đây là tệp Word đời cũ (.doc); máy chủ này chưa cài LibreOffice để chuyển. Hãy mở bằng Word, lưu thành .docx rồi tải lên.',
      en: 'This is an old Word file (.doc); LibreOffice, which converts it, is not installed here. Save it as .docx in Word and upload that.',
    },
  },
  SCANNED_FILE: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Tệp là ảnh quét, không có lớp chữ; bộ nhận dạng chữ chưa chạy ở đây. Hãy tải lên bản .docx, .xlsx hoặc .pdf có chữ.',
      en: 'The file is a scan without text; no text recognition runs here. Upload the .docx, .xlsx or a .pdf with text.',
    },
  },
  READING_TOO_LONG: {
    status: 422,
    level: 'warn',
    words: {
      vi: 'Đọc tệp này vượt giới hạn thời gian hoặc bộ nhớ. Hãy tách riêng phần có bảng phân công rồi tải lên.',
      en: 'Reading this file took more time or memory than allowed. Upload the part that holds the table alone.',
    },
  },
  NO_TABLE_FOUND: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Không tìm thấy bảng phân công (cột «Đơn vị chủ trì») hay mục giao việc có đánh số trong tệp. Hãy kiểm tra có đúng tệp kế hoạch không.',
      en: 'Neither a responsibility table (a column “Đơn vị chủ trì”) nor numbered assignments were found. Check that the file is the plan.',
    },
  },
  EMPTY_TABLE: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Bảng phân công chỉ có tiêu đề, không có dòng nội dung nào.',
      en: 'The responsibility table has a header but no rows.',
    },
  },
  AMENDMENT_FILE: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Đây là văn bản sửa đổi một kế hoạch, không phải kế hoạch. Hãy mở kế hoạch được sửa đổi rồi tải tệp ở mục «Sửa đổi, bổ sung».',
      en: 'This document changes a plan; it is no plan itself. Open the plan that it changes and upload it under “Amendments”.',
    },
  },
  FILE_TOO_LARGE: {
    status: 413,
    level: 'info',
    words: { vi: 'Tệp lớn hơn mức cho phép ({limit} MB).', en: 'The file is larger than allowed ({limit} MB).' },
  },
  SAME_KEY_OTHER_REQUEST: {
    status: 409,
    level: 'warn',
    words: {
      vi: 'Mã yêu cầu này đã dùng cho một thao tác khác.',
      en: 'This idempotency key was used for another request.',
    },
  },
  RECEIVER_ADDRESS: {
    status: 422,
    level: 'warn',
    words: { vi: '{why}', en: '{whyEn}' },
  },
  SECRET_KEY_MISSING: {
    status: 409,
    level: 'warn',
    words: {
      vi: 'Máy chủ chưa có khóa bí mật nên chưa giữ được mã ký. Hãy đặt PHANCONG_SECRET_KEY_FILE rồi khởi động lại.',
      en: 'The server has no secret key to keep signing secrets with. Set PHANCONG_SECRET_KEY_FILE and start it again.',
    },
  },
  CLOCK_IS_REAL: {
    status: 409,
    level: 'info',
    words: {
      vi: 'Hệ thống đang chạy theo ngày thật; chỉ bản trình diễn mới tua được ngày.',
      en: 'The system runs on real days; only the demonstration can step its clock.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    level: 'warn',
    words: {
      vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một phút rồi thử lại.',
      en: 'Too many requests in a short time. Wait a minute, then try again.',
    },
  },
  FLOW_NOT_SOUND: {
    status: 422,
    level: 'info',
    words: {
      vi: 'Quy trình còn {count} lỗi: {first} Hãy sửa rồi gửi lại.',
      en: 'The flow has {count} faults: {firstEn} Correct them and send again.',
    },
  },
  INSTANCE_DAMAGED: {
    status: 409,
    level: 'error',
    words: {
      vi: 'Dữ liệu trạng thái của việc này bị hỏng nên việc được để riêng, chưa xử lý được. Hãy báo quản trị viên mã việc {id}.',
      en: 'What is stored of this piece of work is damaged, so it is set aside. Tell the administrator its id: {id}.',
    },
  },
  DATABASE_AWAY: {
    status: 503,
    level: 'error',
    words: {
      vi: 'Cơ sở dữ liệu tạm thời không kết nối được. Chưa có gì được ghi; hãy thử lại sau ít giây.',
      en: 'The database cannot be reached for the moment. Nothing was written; try again in a few seconds.',
    },
  },
  INTERNAL: {
    status: 500,
    level: 'error',
    words: {
      vi: 'Có lỗi trong hệ thống. Mã tra cứu: {requestId}.',
      en: 'Something failed in the system. Reference: {requestId}.',
    },
  },
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof errorTable;
export const ErrorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]).meta({ id: 'ErrorCode' });

/** The one shape of every refusal over HTTP. */
export const ErrorAnswer = z
  .object({
    code: ErrorCode,
    message: Words,
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'ErrorAnswer' });
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** The sentence of an error with its `{names}` filled from the details. */
export function wordError(code: ErrorCode, details: Record<string, unknown> = {}): Words {
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = details[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    });
  const { words } = errorTable[code];
  return { vi: fill(words.vi), en: fill(words.en) };
}
