import { request as overHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';

import type { DeliveryFault } from '@phancong/contracts';

import { InnerAddress, outerLookup, refuseAddress } from './outer-address.js';

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface PostRules {
  inside: ReadonlySet<string>;
  timeoutSeconds: number;
}

const ok = (status: number) => status >= 200 && status < 300;

/**
 * Sends one message; the fault, or undefined when the receiver took it. The whole exchange has a time limit, redirects are not followed,
 * and nothing of the answer but its status is read: a receiver can hold or fill nothing here.
 */
export function postMessage({ url, headers, body }: Message, rules: PostRules): Promise<DeliveryFault | undefined> {
  const target = new URL(url);
  if (refuseAddress(url, rules.inside)) return Promise.resolve({ kind: 'address', detail: target.hostname });
  const isInside = rules.inside.has(target.hostname.toLowerCase());
  const bytes = Buffer.from(body);
  return new Promise((settle) => {
    const asked: ClientRequest = (target.protocol === 'http:' ? overHttp : overHttps)(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length },
        agent: false,
        ...(isInside ? {} : { lookup: outerLookup }),
      },
      (answer) => {
        settle(faultOf(answer));
        asked.destroy();
      },
    );
    const tooLong = setTimeout(() => {
      settle({ kind: 'timeout', detail: String(rules.timeoutSeconds) });
      asked.destroy();
    }, rules.timeoutSeconds * 1000);
    asked.on('close', () => clearTimeout(tooLong));
    asked.on('error', (error: NodeJS.ErrnoException) => settle(networkFault(error)));
    asked.end(bytes);
  });
}

function faultOf({ statusCode = 0 }: IncomingMessage): DeliveryFault | undefined {
  if (ok(statusCode)) return undefined;
  const detail = String(statusCode);
  return { kind: statusCode >= 300 && statusCode < 400 ? 'redirect' : 'status', detail };
}

const networkFault = (error: NodeJS.ErrnoException): DeliveryFault =>
  error instanceof InnerAddress
    ? { kind: 'address', detail: error.address }
    : { kind: 'network', detail: (error.code ?? error.message).slice(0, 100) };
