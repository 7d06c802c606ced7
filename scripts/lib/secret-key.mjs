import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';

const ownFile = join(dataFolder, 'secret.key');

/** The setting of the secret key: the one that was given, else a file of `.data/`, made at the first start for its owner alone. */
export function secretKeySetting() {
  if (process.env.PHANCONG_SECRET_KEY || process.env.PHANCONG_SECRET_KEY_FILE) return {};
  if (!existsSync(ownFile)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(ownFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return { PHANCONG_SECRET_KEY_FILE: ownFile };
}
