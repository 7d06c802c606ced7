import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** A statement with a name is planned once per connection and then only bound: the hot paths have one each. */
export interface Statement {
  name: string;
  text: string;
}

/** Whoever can run a statement: the pool, or one connection inside a transaction. */
export interface SqlRunner {
  rows<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

function runnerOn(queryable: Pool | PoolClient): SqlRunner {
  return {
    async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []) {
      const result = await queryable.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
      return result.rows;
    },
  };
}

/** Hand-read SQL on TypeORM's own pool: one statement each, visible in review. */
@Injectable()
export class Sql implements SqlRunner {
  private readonly pool: Pool;
  private readonly direct: SqlRunner;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.direct = runnerOn(this.pool);
  }

  rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.direct.rows<Row>(statement, values);
  }

  /** The one row of a statement, or undefined. */
  async row<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row | undefined> {
    return (await this.rows<Row>(statement, values))[0];
  }

  /** Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. */
  async transaction<Result>(work: (runner: SqlRunner) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(runnerOn(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A connection of one's own, for LISTEN. The caller releases it. */
  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }
}
