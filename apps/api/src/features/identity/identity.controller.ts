import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { browserOf } from '../people/browser.js';
import { Public, type SignedInRequest } from '../people/request-actor.js';
import { makeToken } from '../people/secret-token.js';
import { setSessionCookie } from '../people/session-cookies.js';
import { IdentityService } from './identity.service.js';

const ON_THE_WAY_COOKIE = 'phancong_on_the_way';
const path = '/api/session/identity';

const Begin = z.object({ next: z.string().max(2000).optional() });

/** People come here by following links, so refusals lead back to the sign-in page, which says them. */
@ApiTags('session')
@Controller('session/identity')
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @Endpoint({ summary: 'Sign in at the identity server: leads there', status: 303, errors: ['VALIDATION_FAILED'] })
  async begin(@Query({ schema: Begin }) { next }: z.output<typeof Begin>, @Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, async () => {
      const browser = makeToken();
      const address = await this.identity.begin(browser, next);
      // Lax: the browser has to bring it along when the identity server sends somebody back.
      void reply.setCookie(ON_THE_WAY_COOKIE, browser, {
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.https,
        maxAge: 600,
      });
      return address;
    });
  }

  @Get('callback')
  @Public()
  @Endpoint({ summary: 'Back from the identity server', status: 303 })
  async finish(@Req() request: SignedInRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, async () => {
      void reply.clearCookie(ON_THE_WAY_COOKIE, { path });
      const visitor = { ...browserOf(request), knownBrowser: undefined };
      const query = request.url.slice(request.url.indexOf('?') + 1);
      const opened = await this.identity.finish(query, request.cookies[ON_THE_WAY_COOKIE], visitor);
      setSessionCookie(reply, opened, this.config);
      return opened.next;
    });
  }

  @Get('leave')
  @Public()
  @Endpoint({ summary: 'Sign out at the identity server too: leads there', status: 303 })
  async leave(@Res() reply: FastifyReply): Promise<void> {
    await this.orBack(reply, () => this.identity.addressToLeave());
  }

  private async orBack(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    try {
      await reply.redirect(await work(), 303);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'NOT_FOUND') throw error;
      await reply.redirect(`/dang-nhap?refused=${error.code}`, 303);
    }
  }
}
