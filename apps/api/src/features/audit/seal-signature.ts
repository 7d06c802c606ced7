import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** For what the secret of the installation gives the signing key. */
export const SEAL_PURPOSE = 'audit seal';

/** What a signature stands for: which seal, and its head. */
const signedText = ({ number, head }: { number: number; head: string }) =>
  Buffer.from(`phancong seal ${number} ${head}`);

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410, section 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The signing key of an installation, from the 32 bytes that its secret gives for this purpose. */
export const sealKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });

/** The public half, as it is handed to whoever verifies elsewhere. */
export const publicPemOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

export const signSeal = (seal: { number: number; head: string }, key: KeyObject): Buffer =>
  sign(null, signedText(seal), key);

export const isSealSigned = (
  seal: { number: number; head: string },
  signature: Buffer,
  publicKey: KeyObject,
): boolean => verify(null, signedText(seal), publicKey, signature);
