import { Injectable } from '@nestjs/common';
import { RecordEvents, type IsoDate, type RegistryTableRead, type Words } from '@phancong/contracts';
import { readRegistryTable, writeRegistryTable } from '@phancong/units';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { mayLookAfterRegistry, onlyRegistryKeepers } from './keep-registry.js';
import { RegistryService } from './registry.service.js';
import { UnitsRepository } from './units.repository.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

const noWorkbook: Words = {
  vi: 'Tệp không phải bảng tính .xlsx của danh mục đơn vị. Hãy xuất danh mục, sửa trên tệp đó rồi nhập lại.',
  en: 'The file is no .xlsx of the registry. Export the registry, edit that file and import it again.',
};

/** The registry goes out as a workbook and comes back as events to look at: nothing is recorded by reading. */
@Injectable()
export class RegistryWorkbookService {
  constructor(
    private readonly units: UnitsRepository,
    private readonly registry: RegistryService,
  ) {}

  async write(): Promise<Buffer> {
    return writeWorkbook(writeRegistryTable((await this.units.all()).values()));
  }

  /** Asked before a byte of the file is read. */
  async refuseUnlessKeeper({ actor }: Caller): Promise<void> {
    const kind = (await this.units.all()).get(actor.unitId)?.kind;
    if (!mayLookAfterRegistry(kind)) throw new DomainError('NOT_ALLOWED', {}, onlyRegistryKeepers);
  }

  async read(caller: Caller, bytes: Buffer, on: IsoDate): Promise<RegistryTableRead> {
    const rows = readWorkbook(bytes);
    if (!rows) throw new DomainError('UNKNOWN_FORMAT', {}, noWorkbook);
    const { events, faults } = readRegistryTable(rows, await this.units.all(), { on, document: null });
    if (faults.length > 0 || events.length === 0) return { faults, events: [], preview: null };
    const body = RecordEvents.parse({ events: events.map((event) => ({ ...event, on: event.on ?? on })) });
    return { faults, events: body.events, preview: await this.registry.preview(caller, body) };
  }
}
