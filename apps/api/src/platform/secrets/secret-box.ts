import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../config/config.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what has to be read again, with the secret key of the installation (AES-256-GCM): whoever has the database alone has nothing.
 * What a secret is for and whose it is are sealed in with it, so that a row copied to another person does not open.
 */
@Injectable()
export class SecretBox {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>) {}

  /** False where the installation has no secret key. */
  get isThere(): boolean {
    return this.config.secretKey !== null;
  }

  seal(secret: string, purpose: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose), nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when it was sealed with another key, for another purpose or for another owner. */
  open(sealed: Buffer, purpose: string, owner: string): string {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const cipher = createDecipheriv('aes-256-gcm', this.keyFor(purpose), nonce).setAAD(Buffer.from(owner));
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]).toString('utf8');
  }

  /** A fingerprint that cannot be made, and so not guessed, without the key. */
  fingerprint(text: string, purpose: string): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest();
  }

  /** 32 bytes for one purpose; one purpose tells nothing of another. */
  keyFor(purpose: string): Buffer {
    const { secretKey } = this.config;
    if (secretKey === null) throw new Error('PHANCONG_SECRET_KEY or PHANCONG_SECRET_KEY_FILE is not set.');
    return Buffer.from(hkdfSync('sha256', secretKey, 'phan-cong', purpose, 32));
  }
}
