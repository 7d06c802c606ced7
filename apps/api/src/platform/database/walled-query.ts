import pg, { type Connection, type QueryConfig } from 'pg';

const actForStatement = {
  name: 'act-for-units',
  text: `select set_config('phancong.units', $1, true)`,
};

/** The parts of node-postgres's query that its types do not tell. */
interface PreparedQuery {
  prepare(connection: PreparingConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: unknown): void;
}

interface PreparingConnection {
  parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string; types: never[] }): void;
  bind(message: { portal: string; statement: string; values: string[]; binary: boolean }): void;
  execute(message: { portal: string; rows: number }): void;
}

const Query = pg.Query as unknown as new (
  config: QueryConfig,
) => PreparedQuery & { submit(connection: Connection): Error | null };

/**
 * A statement behind the wall of row-level security. «For whom» is set by a statement sent in the same message: until the one Sync at its
 * end both are one transaction, so the setting is gone with it, and it costs no round trip.
 */
export class WalledQuery extends Query {
  private walled = false;

  constructor(
    config: QueryConfig,
    private readonly units: string,
  ) {
    super({ ...config, values: config.values ?? [], queryMode: 'extended' } as QueryConfig);
  }

  override prepare(connection: PreparingConnection): void {
    const { name, text } = actForStatement;
    if (connection.parsedStatements[name] === undefined) {
      connection.parse({ name, text, types: [] });
      connection.parsedStatements[name] = text;
    }
    connection.bind({ portal: '', statement: name, values: [this.units], binary: false });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.walled) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.walled) super.handleCommandComplete(message, connection);
    else this.walled = true;
  }
}
