import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, IsoDate } from '@phancong/contracts';
import type { FastifyRequest } from 'fastify';

/** Who asks and on which official day: read once per request, with the session. */
export interface Caller {
  actor: Actor;
  today: IsoDate;
  /** The seat that the person sits in: an own post, or a delegation. */
  seatId: string;
  /** Empty where an API token speaks. */
  sessionId: string;
  csrfToken: string;
  expiresAt: Date;
  /** The second factor was shown for this session, or the identity server vouches for one. */
  strong: boolean;
  /** Came in at the agency's identity server. */
  byIdentity: boolean;
}

export type SignedInRequest = FastifyRequest & { caller?: Caller };

export const SESSION_COOKIE = 'phancong_session';
export const KNOWN_BROWSER_COOKIE = 'phancong_browser';

const PUBLIC = 'phancong:public';

/** The endpoint answers without a session. */
export const Public = () => SetMetadata(PUBLIC, true);

const BEFORE_SECOND_FACTOR = 'phancong:before-second-factor';

/** Open to a session whose post takes a second factor that was not shown yet: signing out, taking a seat, showing it. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);

export const isBeforeSecondFactorKey = BEFORE_SECOND_FACTOR;

export const isPublicKey = PUBLIC;

/** The signed-in caller. The guard has put it there; an endpoint without one does not compile into being public. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!caller) throw new Error('This endpoint is public: it has no signed-in caller.');
  return caller;
});
