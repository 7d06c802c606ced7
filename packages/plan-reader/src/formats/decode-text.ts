import { convertLegacyText, recogniseLegacyText } from './legacy-fonts/legacy-fonts.js';
import type { LegacyEncoding } from './legacy-fonts/legacy-fonts.js';

/** `converted`: the text was written for fonts from before Unicode. */
export type DecodedText =
  | { ok: true; text: string; converted: LegacyEncoding | null }
  | { ok: false; why: 'encoding' | 'binary' };

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

/**
 * The text of a file in NFC: UTF-8, UTF-16 with its mark, the encoding that a page of HTML declares, or one of the encodings of
 * before Unicode when it makes Vietnamese of the bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const declared = declaredEncoding(bytes);
  const text = decode(bytes, marked) ?? (declared ? decode(bytes, declared) : null);
  const latin = text ?? new TextDecoder('latin1').decode(bytes);
  const legacy = recogniseLegacyText(latin.slice(0, 100_000));
  if (legacy !== null) {
    const converted = convertLegacyText(latin, legacy);
    return { ok: true, text: converted.normalize('NFC'), converted: legacy };
  }
  if (text === null) return { ok: false, why: 'encoding' };
  if (text.includes('\u0000')) return { ok: false, why: 'binary' };
  return { ok: true, text: text.normalize('NFC'), converted: null };
}
