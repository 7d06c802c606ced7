import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** One step to either side: clocks of telephones differ (RFC 6238, section 5.2). */
const WINDOW = 1;

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Phân Công', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** 160 random bits (RFC 4226, section 4), in the letters that an authenticator takes. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator reads from the picture. */
export const addressOfTotp = (secret: string, username: string): string => totp(secret, username).toString();

/** The step of time that the code belongs to; null when it is not the code of now. A step that was used is not taken again. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}
