import { readFileSync } from 'node:fs';

const LEAST_BYTES = 32;

/**
 * The secret of this installation, from its setting or its file; null where there is none. Throws where it is too short to be one,
 * so that a wrong file is found at the start and not on the day it is needed.
 */
export function readSecretKey(given: string | undefined, file: string | undefined): Buffer | null {
  const text = given ?? (file === undefined ? undefined : readFileSync(file, 'utf8'));
  if (text === undefined || text.trim() === '') return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length < LEAST_BYTES) {
    throw new Error(
      `PHANCONG_SECRET_KEY holds ${key.length} bytes in base64; it takes ${LEAST_BYTES} random ones or more.`,
    );
  }
  return key;
}
