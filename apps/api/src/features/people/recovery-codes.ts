import { randomInt } from 'node:crypto';

const HOW_MANY = 10;
/** Without letters and digits that are taken for each other. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');

/** Ten codes of 60 random bits, as they are written on paper: K7QD-29XM-PA4T. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => [group(), group(), group()].join('-'));

/** The code as it was given out, from what was typed: small letters, spaces or no hyphens. Null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z2-9]{12}$/.test(letters) ? letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3') : null;
}
