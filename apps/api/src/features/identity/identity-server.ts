import { Inject, Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Agent, fetch } from 'undici';

import { CONFIG, type Config } from '../../platform/config/config.js';
import type { IdentityServer } from '../../platform/config/identity-server.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readClaims, type Vouched } from './read-claims.js';

export const CALLBACK = '/api/session/identity/callback';

const SECONDS_TO_ANSWER = 10;

/** What ties an answer to the question: kept here while somebody is on the way. */
export interface Ties {
  state: string;
  nonce: string;
  verifier: string;
}

/**
 * The agency's identity server (OpenID Connect, authorization code with PKCE). The library checks what an answer has to be: state,
 * issuer of the answer (RFC 9207), signature, issuer, audience, nonce and time of the token.
 */
@Injectable()
export class IdentityServerClient {
  private readonly logger = new Logger('Identity');
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'identityServer'>) {}

  /** Throws NOT_FOUND where none is set. */
  get settings(): IdentityServer {
    const { identityServer } = this.config;
    if (!identityServer) throw new DomainError('NOT_FOUND');
    return identityServer;
  }

  makeTies(): Ties {
    return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  }

  async addressFor({ state, nonce, verifier }: Ties): Promise<URL> {
    const { site, scope } = this.settings;
    return oidc.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: new URL(CALLBACK, site).href,
      scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /** Takes the code to the identity server. Throws IDENTITY_REFUSED for whatever is not the answer to this question. */
  async vouchFor(query: string, { state, nonce, verifier }: Ties): Promise<Vouched> {
    const server = await this.discover();
    const back = new URL(`${CALLBACK}?${query}`, this.settings.site);
    try {
      const tokens = await oidc.authorizationCodeGrant(server, back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token');
      const { userinfo_endpoint: more } = server.serverMetadata();
      // Some servers tell names and groups there alone. The library holds the subject against that of the token.
      const told = more ? await oidc.fetchUserInfo(server, tokens.access_token, claims.sub) : {};
      return readClaims({ ...told, ...claims }, this.settings);
    } catch (error) {
      this.logger.warn({ err: error });
      throw new DomainError('IDENTITY_REFUSED');
    }
  }

  /** Where signing out goes on; the sign-in page where the identity server has no such address. */
  async addressToLeave(): Promise<string> {
    const { site, clientId } = this.settings;
    const home = new URL('/dang-nhap', site).href;
    const server = await this.discover();
    if (!server.serverMetadata().end_session_endpoint) return home;
    return oidc.buildEndSessionUrl(server, { client_id: clientId, post_logout_redirect_uri: home }).href;
  }

  /** Asked once and kept; a server that was away is asked again by the next person. */
  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, authority } = this.settings;
    this.discovered ??= oidc
      .discovery(issuer, clientId, clientSecret, clientSecret ? undefined : oidc.None(), {
        timeout: SECONDS_TO_ANSWER,
        // The signature too, although the token comes over TLS: a proxy in between cannot make one up.
        execute: [oidc.enableNonRepudiationChecks],
        ...(authority && { [oidc.customFetch]: fetchTrusting(authority) }),
      })
      .catch((error: unknown) => {
        this.discovered = undefined;
        this.logger.error({ err: error });
        throw new DomainError('IDENTITY_AWAY');
      });
    return this.discovered;
  }
}

/** Trusts whom the agency's own authority vouches for, on the way to its identity server and nowhere else. */
function fetchTrusting(authority: string): oidc.CustomFetch {
  const dispatcher = new Agent({ connect: { ca: authority } });
  return async (url, options) => fetch(url, { ...options, dispatcher });
}
