import { Username } from '@phancong/contracts';

/** What the identity server says of somebody, as far as it is asked here. */
export interface Vouched {
  subject: string;
  username: string | null;
  fullName: string | null;
  groups: string[];
  /** It asked for a second factor at this sign-in (RFC 8176). */
  strong: boolean;
}

const secondFactors = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face']);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];

/** Reads claims of a token that was checked. What is not as it should be is not there. */
export function readClaims(
  claims: Readonly<Record<string, unknown>> & { sub: string },
  names: { usernameClaim: string; groupsClaim: string },
): Vouched {
  const { name } = claims;
  return {
    subject: claims.sub,
    username: Username.safeParse(claims[names.usernameClaim]).data ?? null,
    fullName: typeof name === 'string' ? name.normalize('NFC').trim().slice(0, 120) || null : null,
    groups: textsOf(claims[names.groupsClaim]),
    strong: textsOf(claims['amr']).some((method) => secondFactors.has(method)),
  };
}
