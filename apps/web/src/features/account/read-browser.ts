import Bowser from 'bowser';

/** Name and system of a browser, as people know them: { browser: 'Chrome 142', system: 'Windows 10' }; null where nothing is known. */
export function readBrowser(userAgent: string | null): { browser: string; system: string | null } | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return null;
  const major = browser.version?.split('.')[0];
  const system = os.name ? [os.name, os.name === 'Windows' ? os.versionName?.replace('NT ', '') : undefined] : [];
  return {
    browser: [browser.name, major].filter(Boolean).join(' '),
    system: system.filter(Boolean).join(' ') || null,
  };
}
