import { describe, expect, it } from '@jest/globals';

import { isOuter, outerLookup, refuseAddress } from './outer-address.js';

const inside = new Set(['10.20.30.40', 'tich-hop.bhxh.local']);

describe('where a webhook may be sent', () => {
  it.each(['https://lien-thong.example.gov.vn/nhan', 'https://8.8.8.8/nhan', 'https://[2001:4860:4860::8888]:8443/'])(
    'to an address of the open internet: %s',
    (url) => expect(refuseAddress(url, inside)).toBeUndefined(),
  );

  it.each([
    'không phải địa chỉ',
    'http://lien-thong.example.gov.vn/nhan',
    'ftp://lien-thong.example.gov.vn/',
    'file:///etc/passwd',
    'https://ten:mat-khau@lien-thong.example.gov.vn/',
    'https://localhost/',
    'https://api.localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0/',
    'https://10.0.0.1/',
    'https://172.16.5.5/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
  ])('not to %s', (url) => expect(refuseAddress(url, inside)?.vi).toBeTruthy());

  it('to an inner host that the operator has named, even without TLS', () => {
    expect(refuseAddress('http://10.20.30.40:8080/nhan', inside)).toBeUndefined();
    expect(refuseAddress('http://tich-hop.bhxh.local/nhan', inside)).toBeUndefined();
    expect(refuseAddress('http://10.20.30.41:8080/nhan', inside)).toBeDefined();
  });

  it('a name that leads to an inner address is refused where the connection is made', async () => {
    expect(isOuter('127.0.0.1')).toBe(false);
    const error = await new Promise((settle) => {
      outerLookup('localhost', { all: true }, (failure) => settle(failure));
    });
    expect(String(error)).toContain('inner address');
  });
});
