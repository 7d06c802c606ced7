import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in letters that a link can carry. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: whoever reads the table cannot use it. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
