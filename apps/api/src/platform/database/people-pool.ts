import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg, { type QueryResult, type QueryResultRow } from 'pg';

import { CONFIG, type Config } from '../config/config.js';
import { poolOptions } from './data-source.js';
import type { Statement } from './sql.js';
import { WalledQuery } from './walled-query.js';

/** Connections of the role that row-level security holds: what people ask goes through here. */
@Injectable()
export class PeoplePool implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) { databaseUrl, poolSize }: Config) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, ...poolOptions(poolSize, 'phancong_app') });
    // An idle connection that breaks is replaced at the next statement; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  async rows<Row extends QueryResultRow>(
    { name, text }: Statement,
    values: readonly unknown[],
    units: string,
  ): Promise<Row[]> {
    // Given a query object, the pool answers with its result as for any other; its types do not say so.
    const ask = this.pool.query.bind(this.pool) as unknown as (query: WalledQuery) => Promise<QueryResult<Row>>;
    const result = await ask(new WalledQuery({ name, text, values: [...values] }, units));
    return result.rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
