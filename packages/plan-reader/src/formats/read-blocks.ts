import type { BlockReading } from './blocks.js';
import { decodeText } from './decode-text.js';
import { readHtmlBlocks } from './read-html-blocks.js';
import { readTextBlocks } from './read-text-blocks.js';
import { recogniseFormat } from './recognise-format.js';

const htmlStart = /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<(?:table|body|div|head|meta)[\s>])/i;

/** Brings a file to blocks, whatever its name says it is. Never throws for any bytes. */
export function readBlocks(bytes: Uint8Array): BlockReading {
  if (bytes.length === 0) return { ok: false, code: 'EMPTY_FILE', details: {} };
  const format = recogniseFormat(bytes);
  if (format !== 'text') return { ok: false, code: 'UNKNOWN_FORMAT', details: { format } };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, code: 'UNKNOWN_FORMAT', details: { format: decoded.why } };
  const { text } = decoded;
  if (text.trim() === '') return { ok: false, code: 'EMPTY_FILE', details: {} };
  return { ok: true, blocks: htmlStart.test(text) ? readHtmlBlocks(text) : readTextBlocks(text), doubts: [] };
}
