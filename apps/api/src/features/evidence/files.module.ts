import { Module } from '@nestjs/common';

import { FilesRepository } from './files.repository.js';

/** Storage of files, for whoever takes an upload. */
@Module({ providers: [FilesRepository], exports: [FilesRepository] })
export class FilesModule {}
