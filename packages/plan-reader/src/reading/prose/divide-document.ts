import type { Paragraph } from './join-lines.js';

/** A document in its parts: what stands before the first number, the numbered body, the closing words, addressees, signature, annexes. */
export type DividedDocument = {
  head: Paragraph[];
  body: Paragraph[];
  closing: Paragraph[];
  recipients: Paragraph[];
  signature: Paragraph[];
  annexes: { title: string; paragraphs: Paragraph[] }[];
};

const plain = (text: string) => text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');

/** "Noi nhận" of a careless scan is "Nơi nhận" too. */
const isRecipients = (text: string) => /^noi nhan\s*[:.]?/u.test(plain(text)) && text.length < 400;
const isAnnex = (text: string) =>
  /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|BIỂU MẪU)(?:\s+(?:số\s+)?[\dIVX]+)?(?:\s*[.:–-].*)?$/u.test(text) && text.length < 160;
const isSignature = (text: string) =>
  /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|T\/M|K\/T|T\/L|TM |KT )|^(?:PHÓ )?(?:TỔNG )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ|CHỦ NHIỆM|CHI CỤC TRƯỞNG|TRƯỞNG (?:CÔNG AN|PHÒNG|THÔN|ĐOÀN|TRẠM|KHOA|TIỂU BAN)|ĐỘI TRƯỞNG|HẠT TRƯỞNG|CHỈ HUY TRƯỞNG)(?![ \p{L}]*\p{Ll})/u.test(
    text,
  );
const closes =
  /^(?:Trên đây là|Trên đây,|Căn cứ (?:nội dung |các nội dung )?[Kk]ế hoạch này|Yêu cầu (?:các|[Tt]hủ trưởng|[Gg]iám đốc)|(?:[^.]{0,80} )?(?:yêu cầu|đề nghị) (?:các|[Tt]hủ trưởng|[Gg]iám đốc)[^.]{0,200}(?:nghiêm túc|triển khai|tổ chức thực hiện)|Thừa lệnh |[^.;:]{0,60}thông báo (?:để|đến) (?:các|Quý)[^.;]{0,80}(?:biết|thực hiện)|Trong quá trình (?:triển khai|tổ chức|thực hiện)|Quá trình (?:triển khai|thực hiện)|Kế hoạch này (?:có hiệu lực|được)|Nhận được [Kk]ế hoạch|[^.]{0,200}căn cứ (?:nội dung |các nội dung )?(?:Kế hoạch|Phương án|Chương trình|Đề án|kế hoạch) này)/u;

const isTitle = (text: string) => text.length < 120 && !/[.;,]$/u.test(text);

function divideMain(paragraphs: readonly Paragraph[]): Omit<DividedDocument, 'annexes'> {
  const firstMark = paragraphs.findIndex(
    ({ mark, text }) => mark !== null && mark.style !== 'dash' && !/^(?:\d{1,2}\/|TM|KT)/u.test(text),
  );
  const recipientsAt = paragraphs.findIndex(({ text }, index) => index > firstMark && isRecipients(text));
  const bodyStart = Math.max(0, firstMark);
  let end = recipientsAt < 0 ? paragraphs.length : recipientsAt;
  const signatureAt = paragraphs.findIndex(({ text }, index) => index > bodyStart && isSignature(text));
  if (signatureAt > 0 && signatureAt < end) end = signatureAt;
  let closingAt = end;
  for (let index = end - 1; index > bodyStart && index >= end - 6; index -= 1) {
    const paragraph = paragraphs[index];
    if (paragraph && paragraph.mark === null && closes.test(paragraph.text)) closingAt = index;
    if (paragraph?.mark && paragraph.mark.style !== 'dash') break;
  }
  // A part is never empty: what stands alone under its heading is its work, however it begins.
  const above = paragraphs[closingAt - 1];
  if (closingAt < end && above?.mark && ['part', 'upper', 'roman'].includes(above.mark.style) && isTitle(above.text))
    closingAt = end;
  const after = paragraphs.slice(end);
  const isSigned = (text: string) => isSignature(text) || (text === text.toUpperCase() && text.length > 6);
  const recipientStart = after.findIndex(({ text }) => isRecipients(text));
  const signatureStart = after.findIndex(({ text }, index) => index > recipientStart && isSigned(text));
  const recipients =
    recipientStart < 0
      ? []
      : after.slice(recipientStart, signatureStart < recipientStart ? after.length : signatureStart);
  return {
    head: paragraphs.slice(0, bodyStart),
    body: paragraphs.slice(bodyStart, closingAt),
    closing: paragraphs.slice(closingAt, end),
    recipients,
    signature: after.filter((paragraph) => !recipients.includes(paragraph)),
  };
}

/** Finds the parts of an official document. Annexes begin after the signature. */
export function divideDocument(paragraphs: readonly Paragraph[]): DividedDocument {
  const ends = paragraphs.findIndex(({ text }) => isRecipients(text) || isSignature(text));
  const annexAt = paragraphs.flatMap(({ text, mark }, index) =>
    ends >= 0 && index > ends && mark === null && isAnnex(text) ? [index] : [],
  );
  const main = paragraphs.slice(0, annexAt[0] ?? paragraphs.length);
  const annexes = annexAt.map((start, index) => ({
    title: paragraphs[start]?.text ?? '',
    paragraphs: paragraphs.slice(start + 1, annexAt[index + 1] ?? paragraphs.length),
  }));
  return { ...divideMain(main), annexes };
}
