import { readFileSync } from 'node:fs';

import { Post, UnitId } from '@phancong/contracts';
import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** Settings of the agency's identity server; none of them where people sign in here alone. */
export const identityServerSettings = {
  /** Its address, as its discovery document (OpenID Connect Discovery 1.0) names it. */
  PHANCONG_OIDC_ISSUER: z.url().optional(),
  /** A PEM file: who vouches for its certificate, where that is an authority of the agency's own network. */
  PHANCONG_OIDC_CA_FILE: z.string().min(1).optional(),
  PHANCONG_OIDC_CLIENT_ID: z.string().min(1).optional(),
  PHANCONG_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  PHANCONG_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  /** Where people reach this site: the identity server sends them back there. */
  PHANCONG_OIDC_SITE: z.url().optional(),
  /** What the button calls it. */
  PHANCONG_OIDC_NAME: z.string().min(1).max(60).default('hệ thống định danh của cơ quan'),
  /** The claim that is the user name here, asked once: from then on its subject says who it is. */
  PHANCONG_OIDC_USERNAME_CLAIM: z.string().min(1).default('preferred_username'),
  PHANCONG_OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  PHANCONG_OIDC_SCOPE: z.string().default('openid profile email'),
  /** A JSON file: the name of a group there → the post that it gives here, e.g. `{"ttt-chuyen-vien":{"unitId":"ttt","post":"officer"}}`. */
  PHANCONG_OIDC_POSTS_FILE: z.string().min(1).optional(),
  /** Whoever is in one of those groups is added at the first sign-in; without it a person has to be known here before. */
  PHANCONG_OIDC_NEWCOMERS: flag,
  /** The identity server asks everybody for a second factor, whatever it says of a single sign-in. */
  PHANCONG_OIDC_STRONG: flag,
};

const Settings = z.object(identityServerSettings);

const Posts = z.record(z.string(), z.object({ unitId: UnitId, post: Post }));

export type IdentityServer = NonNullable<ReturnType<typeof readIdentityServer>>;

/** Null where no identity server is set. Throws at the start for what would only fail when somebody signs in. */
export function readIdentityServer(values: z.output<typeof Settings>) {
  const { PHANCONG_OIDC_ISSUER: issuer, PHANCONG_OIDC_CLIENT_ID: clientId, PHANCONG_OIDC_SITE: site } = values;
  if (!issuer) return null;
  if (!clientId || !site)
    throw new Error('PHANCONG_OIDC_ISSUER takes PHANCONG_OIDC_CLIENT_ID and PHANCONG_OIDC_SITE too.');
  if (new URL(issuer).protocol !== 'https:') throw new Error('PHANCONG_OIDC_ISSUER has to be an https address.');
  const authorityFile = values.PHANCONG_OIDC_CA_FILE;
  const secretFile = values.PHANCONG_OIDC_CLIENT_SECRET_FILE;
  const postsFile = values.PHANCONG_OIDC_POSTS_FILE;
  return {
    issuer: new URL(issuer),
    authority: authorityFile ? readFileSync(authorityFile, 'utf8') : undefined,
    clientId,
    clientSecret:
      values.PHANCONG_OIDC_CLIENT_SECRET ?? (secretFile ? readFileSync(secretFile, 'utf8').trim() : undefined),
    site: new URL(site),
    name: values.PHANCONG_OIDC_NAME,
    usernameClaim: values.PHANCONG_OIDC_USERNAME_CLAIM,
    groupsClaim: values.PHANCONG_OIDC_GROUPS_CLAIM,
    scope: values.PHANCONG_OIDC_SCOPE,
    posts: new Map(Object.entries(postsFile ? Posts.parse(JSON.parse(readFileSync(postsFile, 'utf8'))) : {})),
    newcomers: values.PHANCONG_OIDC_NEWCOMERS,
    strong: values.PHANCONG_OIDC_STRONG,
  };
}
