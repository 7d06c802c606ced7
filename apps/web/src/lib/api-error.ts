import type { ErrorAnswer, ErrorCode, Words } from '@phancong/contracts';

/** Failures that only the browser can see: no answer at all, or an answer that is not what was agreed. */
type BrowserCode = 'NO_CONNECTION' | 'UNREADABLE_ANSWER';

const browserWords: Record<BrowserCode, Words> = {
  NO_CONNECTION: {
    vi: 'Chưa kết nối được với máy chủ. Nội dung đang nhập vẫn được giữ; hãy thử lại sau ít giây.',
    en: 'The server cannot be reached. What you typed is kept; try again in a few seconds.',
  },
  UNREADABLE_ANSWER: {
    vi: 'Máy chủ trả lời không đúng dạng đã thống nhất. Hãy tải lại trang.',
    en: 'The answer of the server has an unexpected shape. Reload the page.',
  },
};

/** Every refusal and failure that a screen can meet, with the sentence a person reads in both languages. */
export class ApiError extends Error {
  readonly code: ErrorCode | BrowserCode;
  readonly words: Words;
  readonly details: Record<string, unknown>;
  readonly requestId: string | null;

  constructor(answer: ErrorAnswer) {
    super(answer.message.en);
    this.name = 'ApiError';
    this.code = answer.code;
    this.words = answer.message;
    this.details = answer.details;
    this.requestId = answer.requestId;
  }

  static ofBrowser(code: BrowserCode, details: Record<string, unknown> = {}): ApiError {
    const error = new ApiError({ code: 'INTERNAL', message: browserWords[code], details, requestId: '' });
    return Object.assign(error, { code, requestId: null });
  }
}

/** The sentence for any thrown thing; foreign errors become the general sentence of an unreadable answer. */
export function wordsOfError(error: unknown): Words {
  return error instanceof ApiError ? error.words : browserWords.UNREADABLE_ANSWER;
}
