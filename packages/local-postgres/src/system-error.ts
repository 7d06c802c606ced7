/**
 * The code of an error of the operating system ('ENOENT', 'EACCES', …). Asks for the property, not for the class: errors of Node's own
 * modules are no `instanceof Error` inside a sandbox such as Jest's.
 */
export function systemCode(error: unknown): string | undefined {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}

export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}
