import { ErrorAnswer } from '@phancong/contracts';
import type { z } from 'zod';

import { ApiError } from './api-error.js';
import { setConnection } from './connection.js';
import { waitForSignIn } from './sign-in-gate.js';

export interface ApiCall<Answer extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api, with its leading slash. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Sent as multipart when given; used for files. */
  form?: FormData;
  answer: Answer;
  signal?: AbortSignal;
  /** `refuse` lets 401 through as an error: the first look at the session, and signing in itself. */
  whenSignedOut?: 'ask' | 'refuse';
}

type Call = Omit<ApiCall<z.ZodType>, 'answer'>;

/** Seconds between repeats while the server or its database is away; together about forty-five seconds. */
let patience: readonly number[] = [1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5];
const unavailable = new Set([502, 503, 504]);
let csrfToken = '';

/** Kept from the session's answer and sent with every request that changes something. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** Tests shorten the waits. */
export function setPatience(seconds: readonly number[]): void {
  patience = seconds;
}

/**
 * Calls the API and parses the answer with its contract. Throws ApiError and nothing else (aborts excepted).
 * Repeats while the server is away, and after a fresh sign-in when the session ended: one idempotency key stands for
 * all repeats of one call, so nothing is done twice.
 */
export async function callApi<Answer extends z.ZodType>(call: ApiCall<Answer>): Promise<z.output<Answer>> {
  return parseAnswer(await openApi(call, crypto.randomUUID()), call.answer);
}

/** The same up to the answer itself, for one that is read while it comes. */
export async function openApi(call: Call, idempotencyKey: string): Promise<Response> {
  for (;;) {
    const response = await sendPatiently(call, idempotencyKey);
    if (response.ok) return response;
    const error = await readError(response);
    const signIn = error.code === 'NOT_SIGNED_IN' && call.whenSignedOut !== 'refuse' ? waitForSignIn() : null;
    if (!signIn) throw error;
    await signIn;
  }
}

async function sendPatiently(call: Call, idempotencyKey: string): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await send(call, idempotencyKey);
    if (response && !unavailable.has(response.status)) {
      setConnection('ok');
      return response;
    }
    setConnection('lost');
    const seconds = patience[attempt];
    if (seconds === undefined) {
      if (response) return response;
      throw ApiError.ofBrowser('NO_CONNECTION');
    }
    await pause(seconds, call.signal);
  }
}

/** Null when no answer came at all. */
async function send(call: Call, idempotencyKey: string): Promise<Response | null> {
  const method = call.method ?? 'GET';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') {
    headers['x-csrf-token'] = csrfToken;
    headers['idempotency-key'] = idempotencyKey;
  }
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  const body = call.form ?? (call.body === undefined ? null : JSON.stringify(call.body));
  try {
    return await fetch(addressOf(call), {
      method,
      headers,
      body,
      credentials: 'same-origin',
      signal: call.signal ?? null,
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    return null;
  }
}

function addressOf(call: Call): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const search = query.toString();
  return search ? `/api${call.path}?${search}` : `/api${call.path}`;
}

async function parseAnswer<Answer extends z.ZodType>(response: Response, answer: Answer): Promise<z.output<Answer>> {
  const text = await response.text();
  const parsed = answer.safeParse(text === '' ? undefined : readJson(text));
  if (parsed.success) return parsed.data;
  throw ApiError.ofBrowser('UNREADABLE_ANSWER', { issues: parsed.error.issues });
}

async function readError(response: Response): Promise<ApiError> {
  const parsed = ErrorAnswer.safeParse(readJson(await response.text()));
  if (parsed.success) return new ApiError(parsed.data);
  return ApiError.ofBrowser(unavailable.has(response.status) ? 'NO_CONNECTION' : 'UNREADABLE_ANSWER');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    });
  });
}
