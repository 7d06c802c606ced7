import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';

import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import { StandardSchemaValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import { DomainError } from '../errors/domain-error.js';
import { ErrorFilter } from '../errors/error.filter.js';
import type { Config } from '../config/config.js';
import { describeApi } from './describe-api.js';
import { RefuseBrokenText } from './refuse-broken-text.js';

export const UPLOAD_LIMIT_MB = 25;

const webFolder = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

/** The HTTP side of the process: security headers, limits, one error shape, the API under /api and the web beside it. */
export async function createApp(module: Type | { module: Type }, config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new FastifyAdapter({ genReqId: () => randomUUID(), trustProxy: config.https, bodyLimit: 4 * 1024 * 1024 }),
    { bufferLogs: true, abortOnError: false },
  );
  app.setGlobalPrefix('api');
  app.useGlobalInterceptors(new RefuseBrokenText());
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.useGlobalFilters(new ErrorFilter());
  app.enableShutdownHooks();

  await app.register(cookie);
  addSecurityHeaders(app, config);
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new DomainError('TOO_MANY_REQUESTS'),
  });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT_MB * 1024 * 1024, files: 1, fields: 5 } });
  describeApi(app);
  if (config.role === 'worker') answerHealthAlone(app);
  else if (existsSync(webFolder)) await serveWeb(app);
  return app;
}

/** The headers are worked out once; the wrapper for Fastify would build the policy anew for each answer. */
function addSecurityHeaders(app: NestFastifyApplication, config: Config): void {
  const protect = helmet({
    hsts: config.https,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine writes custom properties into style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(config.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()));
}

/** A worker stands where no person is meant to reach it: it says how it is, and nothing else. */
function answerHealthAlone(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const path = request.url.split('?')[0];
      done(path === '/api/health' || path === '/api/ready' ? undefined : new DomainError('NOT_FOUND'));
    });
}

/** Files of the web application; whatever is no file and no API is a page of the single-page application. */
async function serveWeb(app: NestFastifyApplication): Promise<void> {
  await app.register(staticFiles, {
    root: webFolder,
    wildcard: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/');
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (/^\/(api|assets)\//.test(request.url)) throw new DomainError('NOT_FOUND');
      return reply.sendFile('index.html');
    });
}
