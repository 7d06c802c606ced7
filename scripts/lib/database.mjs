import { join } from 'node:path';
import { dataFolder } from './paths.mjs';
import { say } from './say.mjs';

/** What may be in `.data/`: the database of `npm start`, of the tests and of the measurements. */
export const databaseFolders = ['postgres', 'test-postgres', 'bench-postgres'];

/**
 * The database of the application: the server of DATABASE_URL when it is set, else the embedded one in the given folder of
 * `.data/`. Gives { url, adminUrl, stop }.
 */
export async function openDatabase(name) {
  const given = process.env.DATABASE_URL;
  if (given) {
    say(`▸ Dùng máy chủ trong DATABASE_URL: ${hidePassword(given)}`, 'Using the server of DATABASE_URL');
    return { url: given, adminUrl: given, stop: () => Promise.resolve() };
  }
  const { startLocalPostgres } = await import('@phancong/local-postgres');
  const database = await startLocalPostgres({
    dataDir: join(dataFolder, name),
    onProgress: ({ vi, en }) => say(`▸ ${vi}`, en),
  });
  say(`▸ PostgreSQL chạy tại ${hidePassword(database.url)}`, `PostgreSQL runs; its data is in .data/${name}`);
  return database;
}

function hidePassword(url) {
  return URL.canParse(url) ? url.replace(new URL(url).password || '\0', '***') : '(?)';
}
