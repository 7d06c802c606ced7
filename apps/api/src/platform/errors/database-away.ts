/** Node's and PostgreSQL's ways of saying that the server cannot be reached now (class 57P: shutdown and start-up). */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
]);

const sentences = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
];

/** True for a failure that ends by itself when the database is back: the caller may try again, nothing was written. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && away.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return sentences.some((sentence) => error.message.startsWith(sentence));
}
