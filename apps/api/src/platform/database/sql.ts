import { Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

import { actingUnits } from './acting-units.js';
import { PeoplePool } from './people-pool.js';

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

/**
 * Hand-read SQL: one statement each, visible in review. A statement that a request runs for a person sees what the units of that
 * person may see, and no more: PostgreSQL itself holds it back (row-level security). The engine, which has to look at both parties of a move,
 * and the system's own work go past that wall, on TypeORM's pool.
 */
@Injectable()
export class Sql implements SqlRunner {
  private readonly pool: Pool;
  /** Past the wall, for the engine: whoever uses it has asked the rules of the flow, or `maySee`, first. */
  readonly engine: SqlRunner;

  constructor(
    dataSource: DataSource,
    @Optional() private readonly people?: PeoplePool,
  ) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.engine = runnerOn(this.pool);
  }

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const acting = actingUnits();
    if (!acting || !this.people) return this.engine.rows<Row>(statement, values);
    return this.people.rows<Row>(statement, values, await acting.units());
  }

  /** The one row of a statement, or undefined. */
  async row<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row | undefined> {
    return (await this.rows<Row>(statement, values))[0];
  }

  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. Transactions write
   * what the engine decided, so they go past the wall.
   */
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
