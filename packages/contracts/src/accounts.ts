import { z } from 'zod';

import { Post } from './people.js';
import { Id, Instant, IsoDate, PageQuery, UnitId, page, typedText } from './primitives.js';

/** Letters, marks, digits, space and the marks of names; no control, bidirectional or invisible character hides in it. */
export const PersonName = typedText(120).refine((name) => /^[\p{L}\p{M}\p{N} .,'’()/-]+$/u.test(name), {
  message: "Họ tên chỉ gồm chữ, số, dấu cách và các dấu . , ' - ( )",
});

/** As it is typed at sign-in: compared without case, in Unicode NFC. */
export const Username = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,60}$/, 'Tên đăng nhập gồm chữ không dấu, số và các dấu . _ -'));

export const EmailAddress = z.email().max(200);

export const NewPassword = z.string().min(1).max(200);

const PostHeld = z.object({
  id: Id,
  unitId: UnitId,
  unitName: z.string(),
  post: Post,
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
});

/** A person as the administrator keeps him. */
export const Person = z
  .object({
    id: Id,
    username: z.string(),
    fullName: z.string(),
    email: z.string().nullable(),
    /** Cannot sign in any more; what the person did stays. */
    disabled: z.boolean(),
    /** False until the invitation was accepted, or where the agency's identity server answers for the person. */
    hasPassword: z.boolean(),
    /** Signs in with an authenticator besides the password. */
    hasSecondFactor: z.boolean(),
    version: z.number().int(),
    posts: z.array(PostHeld),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const PeopleQuery = PageQuery.extend({ q: z.string().max(100).optional(), unitId: UnitId.optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const PersonPageList = page(Person).meta({ id: 'PersonPageList' });
export type PersonPageList = z.infer<typeof PersonPageList>;

/** A one-time link, told once: only its hash is kept. */
export const Invitation = z
  .object({ token: z.string(), expiresAt: Instant, username: z.string(), fullName: z.string() })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const PersonInvited = z.object({ person: Person, invitation: Invitation }).meta({ id: 'PersonInvited' });
export type PersonInvited = z.infer<typeof PersonInvited>;

export const GivePost = z
  .object({
    unitId: UnitId,
    post: Post,
    validFrom: IsoDate.nullable().default(null),
    validTo: IsoDate.nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ['validTo'],
    message: 'Ngày thôi giữ chức vụ phải từ ngày bắt đầu trở đi.',
  })
  .meta({ id: 'GivePost', example: { unitId: 'ttt', post: 'deputy', validFrom: '2025-06-01', validTo: null } });
export type GivePost = z.infer<typeof GivePost>;

/** Sent with the version that was seen: two administrators at once do not overwrite each other. */
export const GivePostTo = z.object({ post: GivePost, expectedVersion: z.number().int().min(0) }).meta({
  id: 'GivePostTo',
  example: { post: { unitId: 'ttt', post: 'deputy', validFrom: '2025-06-01', validTo: null }, expectedVersion: 0 },
});
export type GivePostTo = z.infer<typeof GivePostTo>;

export const PersonVersionQuery = z.object({ expectedVersion: z.coerce.number().int().min(0) });
export type PersonVersionQuery = z.infer<typeof PersonVersionQuery>;

export const NewPerson = z
  .object({
    username: Username,
    fullName: PersonName,
    email: EmailAddress.nullable().default(null),
    post: GivePost,
  })
  .meta({
    id: 'NewPerson',
    example: {
      username: 'quynh.trang',
      fullName: 'Ngô Quỳnh Trang',
      email: null,
      post: { unitId: 'ttt', post: 'deputy', validFrom: '2025-06-01', validTo: null },
    },
  });
export type NewPerson = z.infer<typeof NewPerson>;

export const EditPerson = z
  .object({
    fullName: PersonName.optional(),
    email: EmailAddress.nullable().optional(),
    disabled: z.boolean().optional(),
    expectedVersion: z.number().int().min(0),
  })
  .meta({ id: 'EditPerson', example: { disabled: true, expectedVersion: 3 } });
export type EditPerson = z.infer<typeof EditPerson>;

/** What an invitation says before a password is chosen. */
export const InvitationPage = z
  .object({ username: z.string(), fullName: z.string(), expiresAt: Instant })
  .meta({ id: 'InvitationPage' });
export type InvitationPage = z.infer<typeof InvitationPage>;

export const AcceptInvitation = z
  .object({ password: NewPassword })
  .meta({ id: 'AcceptInvitation', example: { password: 'hoa gạo tháng ba' } });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const ChangePassword = z
  .object({ current: z.string().min(1).max(200), password: NewPassword })
  .meta({ id: 'ChangePassword', example: { current: 'ke-hoach-2025', password: 'hoa gạo tháng ba' } });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** A browser that is signed in. */
export const OpenSession = z
  .object({
    id: Id,
    current: z.boolean(),
    createdAt: Instant,
    seenAt: Instant,
    expiresAt: Instant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

export const OpenSessionList = z.object({ items: z.array(OpenSession) }).meta({ id: 'OpenSessionList' });
export type OpenSessionList = z.infer<typeof OpenSessionList>;

/** `read` reads what the seat sees, `work` moves and starts work and records evidence, `plans` imports and keeps plans. */
export const TokenScope = z.enum(['read', 'work', 'plans']).meta({ id: 'TokenScope' });
export type TokenScope = z.infer<typeof TokenScope>;

/** A key for another system: acts as its person in the seat in which it was made, within its scopes. */
export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    scopes: z.array(TokenScope),
    unitName: z.string(),
    post: Post,
    createdAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.nullable(),
    revoked: z.boolean(),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof ApiToken>;

export const ApiTokenList = z.object({ items: z.array(ApiToken) }).meta({ id: 'ApiTokenList' });
export type ApiTokenList = z.infer<typeof ApiTokenList>;

export const NewApiToken = z
  .object({
    name: typedText(100),
    scopes: z
      .array(TokenScope)
      .min(1)
      .max(3)
      .transform((scopes) => [...new Set(scopes)]),
    days: z.number().int().min(1).max(366),
  })
  .meta({ id: 'NewApiToken', example: { name: 'Cổng báo cáo', scopes: ['read'], days: 90 } });
export type NewApiToken = z.infer<typeof NewApiToken>;

/** The key itself is told once. */
export const ApiTokenMade = z.object({ token: z.string(), item: ApiToken }).meta({ id: 'ApiTokenMade' });
export type ApiTokenMade = z.infer<typeof ApiTokenMade>;

export const SecurityEventKind = z
  .enum([
    'signedIn',
    'signInRefused',
    'signedOut',
    'sessionRevoked',
    'seatTaken',
    'passwordSet',
    'identityLinked',
    'secondFactorOn',
    'secondFactorOff',
    'secondFactorReset',
    'recoveryCodesMade',
    'recoveryCodeUsed',
    'invited',
    'personAdded',
    'personChanged',
    'peopleImported',
    'postGiven',
    'postEnded',
    'delegated',
    'delegationEnded',
    'tokenMade',
    'tokenRevoked',
    'receiverMade',
    'receiverChanged',
    'receiverRemoved',
    'setUp',
    'refused',
  ])
  .meta({ id: 'SecurityEventKind' });
export type SecurityEventKind = z.infer<typeof SecurityEventKind>;

/** A line of the security log: who came in, whose rights changed, and every action that was refused. */
export const SecurityEvent = z
  .object({
    id: z.string(),
    at: Instant,
    kind: SecurityEventKind,
    personName: z.string().nullable(),
    /** As it was typed, where nobody is behind it. */
    username: z.string().nullable(),
    unitName: z.string().nullable(),
    post: Post.nullable(),
    onBehalfOfName: z.string().nullable(),
    address: z.string().nullable(),
    /** What was asked and how it was refused. */
    request: z.string().nullable(),
    code: z.string().nullable(),
    about: z.string().nullable(),
  })
  .meta({ id: 'SecurityEvent' });
export type SecurityEvent = z.infer<typeof SecurityEvent>;

export const SecurityEventsQuery = PageQuery.extend({
  kind: SecurityEventKind.optional(),
  q: z.string().max(100).optional(),
});
export type SecurityEventsQuery = z.infer<typeof SecurityEventsQuery>;

export const SecurityEventPageList = page(SecurityEvent).meta({ id: 'SecurityEventPageList' });
export type SecurityEventPageList = z.infer<typeof SecurityEventPageList>;

/** Whether this installation waits for its first administrator, and in which agencies he may sit. */
export const SetupPage = z
  .object({ needed: z.boolean(), agencies: z.array(z.object({ id: UnitId, name: z.string() })) })
  .meta({ id: 'SetupPage' });
export type SetupPage = z.infer<typeof SetupPage>;

/** `code` stands in the terminal of the server: whoever only reaches the site cannot take it over. */
export const SetUp = z
  .object({
    code: z.string().max(60),
    agencyId: UnitId,
    username: Username,
    fullName: PersonName,
    password: NewPassword,
  })
  .meta({
    id: 'SetUp',
    example: {
      code: 'K7QD-29XM-PA4T',
      agencyId: 'bhxh-vn',
      username: 'quan.tri',
      fullName: 'Phan Hữu Nghĩa',
      password: 'hoa gạo tháng ba',
    },
  });
export type SetUp = z.infer<typeof SetUp>;
