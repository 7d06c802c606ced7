import { randomBytes } from 'node:crypto';

import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP names first for 19 MiB; of the NFC form, as people type marks in two ways. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

let nobody: Promise<string> | undefined;

/**
 * True when it is the password. Where there is no hash, one of nobody is verified all the same, so that the time of a
 * refusal does not tell who exists.
 */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return right && typeof stored === 'string';
}
