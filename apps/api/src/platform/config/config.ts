import { Post } from '@phancong/contracts';
import { z } from 'zod';

import { identityServerSettings, readIdentityServer } from './identity-server.js';
import { readSecretKey } from './secret-key.js';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  /** The login that owns the tables, where it is another than that of DATABASE_URL: migrations alone use it. */
  PHANCONG_OWNER_DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** `web` answers HTTP, `worker` fires due rows and empties the outbox, `all` does both in one process. */
  PHANCONG_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  /** Loads the demonstration plan and accounts, and lets the clock be stepped from the screen. */
  PHANCONG_DEMO: flag,
  PHANCONG_LOG: z.enum(['human', 'json', 'silent']).default('human'),
  /** The site is reached over HTTPS: cookies are Secure, HSTS is sent. */
  PHANCONG_HTTPS: flag,
  /** Tries to sign in to one account, and from one address (an office behind one address is many people), in the window. */
  PHANCONG_SIGN_IN_ACCOUNT_TRIES: z.coerce.number().int().min(1).default(10),
  PHANCONG_SIGN_IN_ADDRESS_TRIES: z.coerce.number().int().min(1).default(100),
  PHANCONG_SIGN_IN_WINDOW_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  /** Posts, with commas between, that take a second factor, e.g. `administrator,leader,appraiser`. */
  PHANCONG_SECOND_FACTOR_FOR: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((post) => post.trim()))
    .transform((posts) => posts.filter((post) => post !== ''))
    .pipe(z.array(Post)),
  /** 32 random bytes or more in base64, or the file that holds them: what is kept sealed in the database is sealed with it. */
  PHANCONG_SECRET_KEY: z.string().optional(),
  PHANCONG_SECRET_KEY_FILE: z.string().optional(),
  /** Hosts of this network that webhooks may be sent to, with commas between; all other inner addresses are refused. */
  PHANCONG_WEBHOOK_INSIDE: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
    .transform((hosts) => new Set(hosts.filter((host) => host !== ''))),
  PHANCONG_WEBHOOK_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(60).default(10),
  ...identityServerSettings,
  PHANCONG_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  /** Requests a minute from one address before 429. */
  PHANCONG_RATE_LIMIT: z.coerce.number().int().min(1).default(1200),
  PHANCONG_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(16),
});

export type Config = ReturnType<typeof readConfig>;

/** Settings of the process, checked once at start. Throws with the name of each wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const values = Environment.parse(environment);
  return {
    databaseUrl: values.DATABASE_URL,
    ownerDatabaseUrl: values.PHANCONG_OWNER_DATABASE_URL ?? values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    role: values.PHANCONG_ROLE,
    demonstration: values.PHANCONG_DEMO,
    log: values.PHANCONG_LOG,
    https: values.PHANCONG_HTTPS,
    signIn: {
      accountTries: values.PHANCONG_SIGN_IN_ACCOUNT_TRIES,
      addressTries: values.PHANCONG_SIGN_IN_ADDRESS_TRIES,
      windowMinutes: values.PHANCONG_SIGN_IN_WINDOW_MINUTES,
    },
    secondFactorFor: new Set<Post>(values.PHANCONG_SECOND_FACTOR_FOR),
    secretKey: readSecretKey(values.PHANCONG_SECRET_KEY, values.PHANCONG_SECRET_KEY_FILE),
    webhooks: {
      inside: values.PHANCONG_WEBHOOK_INSIDE,
      timeoutSeconds: values.PHANCONG_WEBHOOK_TIMEOUT_SECONDS,
    },
    identityServer: readIdentityServer(values),
    sessionHours: values.PHANCONG_SESSION_HOURS,
    rateLimit: values.PHANCONG_RATE_LIMIT,
    poolSize: values.PHANCONG_POOL_SIZE,
  };
}

/** Token under which Nest hands out the settings. */
export const CONFIG = Symbol('CONFIG');
