import { randomBytes } from 'node:crypto';

/** What the secrets of receivers are sealed for. */
export const SECRET_PURPOSE = 'webhook';

/** A signing secret in the form of Standard Webhooks: 32 random bytes in base64 behind its prefix. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
