import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';

import type { Words } from '@phancong/contracts';
import ipaddr from 'ipaddr.js';

/** Thrown inside a connection that would have gone to an address of the network of this server. */
export class InnerAddress extends Error {
  constructor(readonly address: string) {
    super(`${address} is an inner address`);
  }
}

/** True for an address of the open internet: no loopback, no private or link-local network, nothing reserved. */
export const isOuter = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1');

/** Where a webhook may not be sent; undefined when it may, as far as its address itself says. */
export function refuseAddress(text: string, inside: ReadonlySet<string>): Words | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url)
    return { vi: 'Địa chỉ nhận không đúng dạng, ví dụ https://may-chu/duong-dan.', en: 'This is no web address.' };
  const host = hostOf(url);
  const isInside = inside.has(host.toLowerCase());
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isInside)) {
    return { vi: 'Địa chỉ nhận phải bắt đầu bằng https://.', en: 'The address must begin with https://.' };
  }
  if (url.username || url.password) {
    return {
      vi: 'Địa chỉ nhận không được chứa tên người dùng hay mật khẩu; bên nhận kiểm tra chữ ký thay cho mật khẩu.',
      en: 'The address must hold no user name or password; the receiver checks the signature instead.',
    };
  }
  const isInner = host === 'localhost' || host.endsWith('.localhost') || (ipaddr.isValid(host) && !isOuter(host));
  return isInner && !isInside ? wordInner(host) : undefined;
}

export const wordInner = (host: string): Words => ({
  vi: `Địa chỉ «${host}» thuộc mạng nội bộ nên bị từ chối. Nếu bên nhận ở trong mạng, người vận hành thêm máy này vào PHANCONG_WEBHOOK_INSIDE.`,
  en: `“${host}” is an address of the inner network and is refused. For a receiver in there, the operator adds it to PHANCONG_WEBHOOK_INSIDE.`,
});

/**
 * Finds the address of a host for a connection, and refuses inner ones there: what a name stood for when it was registered may
 * have changed since.
 */
export const outerLookup: LookupFunction = (hostname, options: LookupOptions, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '');
    const inner = addresses.find(({ address }) => !isOuter(address));
    if (inner) return done(new InnerAddress(inner.address), '');
    const [first] = addresses;
    if (options.all) return done(null, addresses);
    return done(null, first?.address ?? '', first?.family);
  });
};
