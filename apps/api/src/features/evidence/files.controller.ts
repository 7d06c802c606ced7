import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FileLink, Id } from '@phancong/contracts';
import type { FastifyReply } from 'fastify';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readUpload } from '../../platform/http/read-upload.js';
import { SignedIn, type Caller, type SignedInRequest } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { maySee } from '../work/visibility.js';
import { FilesRepository } from './files.repository.js';

/** Only these are shown in the browser; everything else is handed over as a download. */
const shownInline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: FilesRepository,
    private readonly units: UnitsRepository,
  ) {}

  @Post()
  @HttpCode(201)
  @Endpoint({ summary: 'Store a file', answer: FileLink, status: 201, errors: ['EMPTY_FILE', 'FILE_TOO_LARGE'] })
  async store(@SignedIn() caller: Caller, @Req() request: SignedInRequest): Promise<FileLink> {
    return this.files.store(caller, await readUpload(request));
  }

  @Get(':id')
  @Endpoint({ summary: 'The bytes of a file', errors: ['NOT_FOUND'] })
  async fetch(@SignedIn() { actor }: Caller, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    const file = await this.files.find(id);
    const superiorOf = await this.units.superiorOf(actor.unitId);
    const allowed =
      file !== undefined &&
      (file.unitId === actor.unitId ||
        (await this.files.readers(id)).some((reader) => maySee(actor.unitId, superiorOf, reader)));
    if (!allowed) throw new DomainError('NOT_FOUND');
    const mediaType = shownInline.has(file.mediaType) ? file.mediaType : 'application/octet-stream';
    const kind = shownInline.has(file.mediaType) ? 'inline' : 'attachment';
    await reply
      .header('content-type', mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType)
      .header('content-disposition', `${kind}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(file.bytes);
  }
}
