import { describe, expect, it } from '@jest/globals';

import { readBrowser } from './read-browser.js';

describe('The browser that somebody is signed in at', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      { browser: 'Chrome 142', system: 'Windows 10' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      { browser: 'Microsoft Edge 142', system: 'Windows 10' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      { browser: 'Safari 18', system: 'iOS' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
      { browser: 'Firefox 144', system: 'Linux' },
    ],
  ])('is named as people know it: %s', (userAgent, told) => {
    expect(readBrowser(userAgent)).toEqual(told);
  });

  it.each([null, '', 'curl'])('is not guessed from %p', (userAgent) => {
    expect(readBrowser(userAgent)).toBeNull();
  });
});
