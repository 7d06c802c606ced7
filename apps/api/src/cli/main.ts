import { runRead } from './read-command.js';

const usage = `phancong read FILE [--json|--table] [--year 2025]
phancong db check
phancong audit verify|heads|seal
phancong upgrade [--dry-run] [--json]
phancong verify [FILE] [--json]
phancong score [--misses]

  read     đọc bảng phân công trong FILE / reads the responsibility table of FILE
  --json   toàn bộ kết quả dạng JSON (mặc định) / the whole reading as JSON (default)
  --table  bảng tóm tắt / a short table
  db check di trú cơ sở dữ liệu trống trong DATABASE_URL rồi so với mã / migrates an empty database and compares
  audit    kiểm tra sổ lịch sử trong DATABASE_URL / checks the record of changes
  upgrade  chuyển việc đang chạy trong DATABASE_URL lên bản quy trình mới / moves running work to the newest workflows
  --dry-run chỉ chạy thử: việc nào thay đổi gì, cho ai / rehearses only: what changes for whom
  verify   chứng minh các quy trình, hoặc quy trình trong FILE (JSON) / proves the workflows, or the one in FILE (JSON)
  score    chấm bản đọc theo các bảng đã được phê duyệt / scores the reader against the approved tables
  --year   năm của kế hoạch, nếu văn bản không ghi / the year of the plan where the document has none
`;

/** A reader that closes the pipe early (`| head`) has what it wants; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [command, ...rest] = process.argv.slice(2);
if (command === 'read') {
  process.exitCode = await runRead(rest, process.stdout, process.stderr);
} else if (command === 'db' && rest[0] === 'check') {
  const { checkDatabase } = await import('./check-database.js');
  process.exitCode = await checkDatabase(process.env['DATABASE_URL'], (line) => process.stdout.write(`${line}\n`));
} else if (command === 'audit') {
  const { runAudit } = await import('./audit-command.js');
  process.exitCode = await runAudit(rest, process.env['DATABASE_URL'], (line) => process.stdout.write(`${line}\n`));
} else if (command === 'upgrade') {
  const { runUpgrade } = await import('./upgrade-command.js');
  process.exitCode = await runUpgrade(rest, process.env['DATABASE_URL'], process.stdout, process.stderr);
} else if (command === 'verify') {
  const { runVerify } = await import('./verify-command.js');
  process.exitCode = await runVerify(rest, process.stdout, process.stderr);
} else if (command === 'score') {
  const { runScore } = await import('./score-command.js');
  process.exitCode = await runScore(rest, process.env['DATABASE_URL'], (line) => process.stdout.write(`${line}\n`));
} else {
  const asked = command === '--help' || command === '-h' || command === 'help';
  (asked ? process.stdout : process.stderr).write(usage);
  process.exitCode = asked ? 0 : 2;
}
