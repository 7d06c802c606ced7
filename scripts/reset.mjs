import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { databaseFolders } from './lib/database.mjs';
import { dataFolder } from './lib/paths.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runMain, say, Stop } from './lib/say.mjs';

/** `npm run reset`: stops the embedded database and deletes `.data/`, after asking (or with --yes). */
await runMain(async () => {
  if (!existsSync(dataFolder)) {
    say('Không có gì để xóa.', 'There is nothing to delete.');
    return;
  }
  const strangers = (await readdir(dataFolder)).filter((name) => !databaseFolders.includes(name));
  if (strangers.length > 0) {
    throw new Stop(
      `Trong ${dataFolder} có thứ không phải của Phân Công (${strangers.join(', ')}) nên không xóa gì. Hãy dời chúng đi nơi khác.`,
      `${dataFolder} holds things that are not ours (${strangers.join(', ')}); nothing was deleted. Move them elsewhere first.`,
    );
  }
  if (!process.argv.includes('--yes') && !(await isConfirmed())) {
    say('Giữ nguyên, không xóa gì.', 'Nothing was deleted.');
    return;
  }
  await ensureInstalled();
  await ensureBuilt();
  const { stopLocalPostgres } = await import('@phancong/local-postgres');
  for (const name of await readdir(dataFolder)) {
    if (await stopLocalPostgres(join(dataFolder, name))) say('▸ Đã dừng cơ sở dữ liệu', 'Stopped the database');
  }
  await rm(dataFolder, { recursive: true, force: true });
  say('Đã xóa .data/. Lần chạy sau sẽ bắt đầu lại từ đầu.', '.data/ is deleted. The next start begins afresh.');
});

async function isConfirmed() {
  if (!process.stdin.isTTY) {
    throw new Stop('Thêm --yes để xác nhận: npm run reset -- --yes', 'Confirm with --yes: npm run reset -- --yes');
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question('Xóa toàn bộ dữ liệu trong .data/? Delete all data in .data/? (c/y = có/yes) ');
  prompt.close();
  return /^\s*(c|có|y|yes)\s*$/i.test(answer.normalize('NFC'));
}
