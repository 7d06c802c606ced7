import { randomBytes } from 'node:crypto';

/** Every database of the tests begins so; nothing else on the server is ever dropped. */
export const testDatabasePrefix = 'phancong_test_';

const longestName = 63;

/** A name that no other test file has, readable enough to recognise the test behind it: `phancong_test_1a2b3c4d_inbox_paging`. */
export function nameTestDatabase(subject: string): string {
  return fitName(`${randomBytes(4).toString('hex')}_${slug(subject)}`);
}

/** The name of a template within one run of the tests; the same run and key give the same name. */
export function nameTemplateDatabase(run: string, key: string): string {
  return fitName(`template_${slug(run)}_${slug(key)}`);
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

function fitName(rest: string): string {
  return `${testDatabasePrefix}${rest}`.slice(0, longestName);
}
