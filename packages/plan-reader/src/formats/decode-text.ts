export type DecodedText = { ok: true; text: string } | { ok: false; why: 'encoding' | 'binary' };

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that an HTML page declares of itself; Word writes "windows-1258" and others. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? null;
}

/** The text of a file in NFC: UTF-8, UTF-16 with its mark, or the encoding that a page of HTML declares. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const declared = declaredEncoding(bytes);
  const text = decode(bytes, marked) ?? (declared ? decode(bytes, declared) : null);
  if (text === null) return { ok: false, why: 'encoding' };
  if (text.includes('\u0000')) return { ok: false, why: 'binary' };
  return { ok: true, text: text.normalize('NFC') };
}
