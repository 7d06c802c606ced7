/** The page of this site that somebody wanted, or the first one: an address elsewhere is never followed. */
export function safeNext(asked: string | undefined, site: URL): string {
  if (asked === undefined || !asked.startsWith('/')) return '/';
  const url = URL.parse(asked, site.href);
  return url && url.origin === site.origin ? `${url.pathname}${url.search}` : '/';
}
