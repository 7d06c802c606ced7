import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Words } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ServerFacts } from './server-facts.js';

/** A party of the work where nobody holds a post any more. */
const findDeserted = {
  name: 'find-deserted-party',
  text: `
    select u.short_name as name from instance i
    join unit u on u.id in (i.from_unit_id, i.to_unit_id)
    where i.id = $1 and i.phase <> 'open' and not exists (
      select from post_holding h
      where h.unit_id = u.id and coalesce(h.valid_from, '-infinity') <= official_today()
        and (h.valid_to is null or h.valid_to >= official_today()))
    order by u.id = i.to_unit_id desc limit 1`,
};

const deserted = (name: string): Words => ({
  vi: `${name} không còn ai giữ chức vụ (đã sắp xếp lại), nên việc mở lại sẽ không có người làm. Việc đã xong giữ nguyên; hãy giao phần còn thiếu cho đơn vị kế thừa bằng sửa đổi kế hoạch.`,
  en: `Nobody holds a post at ${name} any more (it was reorganised), so reopened work would have nobody to do it. What is done stays; give what is missing to the successor by an amendment of the plan.`,
});

/** Ended work stays with a unit that was reorganised: reopened there, it would wait for nobody for ever. */
@Injectable()
export class ReopeningRule implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly serverFacts: ServerFacts,
  ) {}

  onModuleInit(): void {
    this.serverFacts.provide('reopen', async (id, payload) => {
      const [party] = await this.sql.engine.rows<{ name: string }>(findDeserted, [id]);
      if (!party) return payload;
      const why = deserted(party.name);
      throw new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);
    });
  }
}
