import { messageOf, systemCode } from './system-error.js';

/** One fact said in both languages of the product; Vietnamese comes first wherever a person reads it. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

export type LocalPostgresFailure =
  | 'unsupported-platform'
  | 'root-not-possible'
  | 'wrong-permissions'
  | 'no-disk-space'
  | 'broken-data-folder'
  | 'other-version'
  | 'start-failed';

/** What each failure means and, always, what to do about it. */
const sentences: Record<LocalPostgresFailure, Sentence> = {
  'unsupported-platform': {
    vi: 'Máy này không chạy được PostgreSQL đi kèm. Hãy cài một máy chủ PostgreSQL 18 và đặt biến DATABASE_URL.',
    en: 'The bundled PostgreSQL cannot run on this machine. Install a PostgreSQL 18 server and set DATABASE_URL.',
  },
  'root-not-possible': {
    vi: 'PostgreSQL không được phép chạy bằng tài khoản root và ở đây không thể chuyển sang tài khoản khác. Hãy chạy bằng tài khoản thường, hoặc đặt biến DATABASE_URL.',
    en: 'PostgreSQL must not run as root and no other account can be used here. Run as a normal user, or set DATABASE_URL.',
  },
  'wrong-permissions': {
    vi: 'Không có quyền đọc hoặc ghi thư mục dữ liệu. Hãy chạy bằng đúng tài khoản đã tạo ra thư mục, hoặc sửa lại chủ sở hữu của thư mục.',
    en: 'The data folder cannot be read or written. Run as the account that created the folder, or correct its owner.',
  },
  'no-disk-space': {
    vi: 'Ổ đĩa không còn đủ chỗ trống cho cơ sở dữ liệu. Hãy giải phóng ít nhất 500 MB rồi chạy lại.',
    en: 'The disk has not enough free space for the database. Free at least 500 MB and start again.',
  },
  'broken-data-folder': {
    vi: 'Thư mục dữ liệu bị hỏng. Hãy khôi phục từ bản sao lưu, hoặc chạy "npm run reset" để xóa và bắt đầu lại.',
    en: 'The data folder is damaged. Restore it from a backup, or run "npm run reset" to delete it and start afresh.',
  },
  'other-version': {
    vi: 'Thư mục dữ liệu do một phiên bản PostgreSQL khác tạo ra. Hãy chuyển dữ liệu bằng phiên bản cũ, hoặc chạy "npm run reset" để bắt đầu lại.',
    en: 'The data folder was made by another version of PostgreSQL. Move the data with the old version, or run "npm run reset" to start afresh.',
  },
  'start-failed': {
    vi: 'Cơ sở dữ liệu không khởi động được. Chi tiết ở bên dưới; có thể dùng máy chủ khác qua biến DATABASE_URL.',
    en: 'The database did not start. Details are below; another server can be used through DATABASE_URL.',
  },
};

/** A failure of the embedded database. `code` is for programs, `sentence` for people, `details` for the one who mends it. */
export class LocalPostgresError extends Error {
  readonly sentence: Sentence;

  constructor(
    readonly code: LocalPostgresFailure,
    readonly details: string,
  ) {
    const sentence = sentences[code];
    super(`${sentence.vi}\n${sentence.en}\n${details}`.trim());
    this.name = 'LocalPostgresError';
    this.sentence = sentence;
  }
}

/** Finds the named failure behind an error of the operating system; anything unknown is 'start-failed'. */
export function failureFromSystemError(error: unknown): LocalPostgresError {
  if (error instanceof LocalPostgresError) return error;
  const details = messageOf(error);
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new LocalPostgresError('no-disk-space', details);
  if (code === 'ENOTDIR' || code === 'EEXIST') return new LocalPostgresError('broken-data-folder', details);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new LocalPostgresError('wrong-permissions', details);
  return new LocalPostgresError('start-failed', details);
}

/** Finds the named failure in what initdb, pg_ctl or the server wrote (always English: they run with LC_ALL=C). */
export function failureFromServerOutput(output: string): LocalPostgresError {
  const details = lastLines(output, 12);
  if (/No space left on device|Disk quota exceeded/.test(output))
    return new LocalPostgresError('no-disk-space', details);
  if (/database files are incompatible with server/.test(output))
    return new LocalPostgresError('other-version', details);
  if (/Permission denied|has wrong ownership|invalid permissions|Read-only file system/.test(output)) {
    return new LocalPostgresError('wrong-permissions', details);
  }
  if (/error while loading shared libraries|Exec format error|version `GLIBC/.test(output)) {
    return new LocalPostgresError('unsupported-platform', details);
  }
  if (damageSigns.test(output)) return new LocalPostgresError('broken-data-folder', details);
  return new LocalPostgresError('start-failed', details);
}

const damageSigns = new RegExp(
  [
    'could not locate a valid checkpoint record',
    'invalid (primary )?checkpoint record',
    'is not a database cluster directory',
    'could not open (control )?file "[^"]*": No such file',
    'could not open directory "[^"]*": No such file',
    'could not access the server configuration file',
    'could not load .*pg_hba\\.conf',
    'calculated CRC checksum does not match',
    'incorrect checksum in control file',
    'could not read (from )?file "[^"]*": read \\d+ of \\d+',
    'invalid magic number',
    'invalid page in block',
    'PANIC:',
  ].join('|'),
);

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
