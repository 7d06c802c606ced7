import 'reflect-metadata';

import { schemaDataSource } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';

/** Migrates the database of DATABASE_URL and tells where entities and tables disagree; 0 when they agree. */
export async function checkDatabase(url: string | undefined, tell: (line: string) => void): Promise<number> {
  if (!url) {
    tell('DATABASE_URL chưa được đặt / is not set: an empty database is needed.');
    return 2;
  }
  const dataSource = await schemaDataSource(url).initialize();
  try {
    await migrate(dataSource);
    // Without entities nothing could differ: the check would say nothing.
    if (dataSource.entityMetadatas.length === 0) throw new Error('No entities were found beside the built code.');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) tell(query);
    if (upQueries.length > 0)
      tell('Các bảng và lớp thực thể lệch nhau / tables and entities differ: write a migration.');
    return upQueries.length > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}
