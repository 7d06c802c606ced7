export type DecodedFile = { ok: true; format: 'html' | 'text'; text: string } | { ok: false; format: string };

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['zip (.docx, .xlsx)', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['.pdf', [0x25, 0x50, 0x44, 0x46]],
  ['.doc, .xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['.png', [0x89, 0x50, 0x4e, 0x47]],
  ['.jpg', [0xff, 0xd8, 0xff]],
  ['.gif', [0x47, 0x49, 0x46, 0x38]],
  ['.rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function decodeText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Recognises a file by its content, never by its name, and gives its text in NFC. Anything that is not text in UTF-8 or UTF-16
 * comes back with the name of what it looks like.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  for (const [format, signature] of signatures) if (startsWith(bytes, signature)) return { ok: false, format };
  const text = decodeText(bytes);
  if (text === null) return { ok: false, format: 'encoding' };
  if (text.includes('\u0000')) return { ok: false, format: 'binary' };
  const isHtml = /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<(?:table|body|div|head|meta)[\s>])/i.test(text);
  return { ok: true, format: isHtml ? 'html' : 'text', text: text.normalize('NFC') };
}
