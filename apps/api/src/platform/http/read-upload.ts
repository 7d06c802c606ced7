import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors/domain-error.js';

/** The one file of a multipart request, whole in memory; the limit of its size is set with the server. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new DomainError('EMPTY_FILE');
  const part = await request.file();
  if (!part) throw new DomainError('EMPTY_FILE');
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (part.file.truncated) throw new DomainError('FILE_TOO_LARGE', { limit: 25 });
    throw error;
  });
  if (bytes.length === 0) throw new DomainError('EMPTY_FILE');
  return { name: part.filename || 'tep', mediaType: part.mimetype, bytes };
}
