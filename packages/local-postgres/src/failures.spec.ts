import { describe, expect, it } from '@jest/globals';
import { failureFromServerOutput, failureFromSystemError } from './failures.js';

describe('the name of a failure', () => {
  it.each([
    ['PANIC:  could not write to file "pg_wal/xlogtemp.99": No space left on device', 'no-disk-space'],
    ['FATAL:  data directory "/a" has wrong ownership', 'wrong-permissions'],
    ['initdb: error: could not create directory "/a/b": Permission denied', 'wrong-permissions'],
    ['PANIC:  could not locate a valid checkpoint record at 0/18F3F48', 'broken-data-folder'],
    ['FATAL:  database files are incompatible with server', 'other-version'],
    ['postgres: error while loading shared libraries: libicuuc.so.60', 'unsupported-platform'],
    ['something nobody has seen before', 'start-failed'],
  ])('is found in what the server wrote: %s', (output, code) => {
    expect(failureFromServerOutput(output).code).toBe(code);
  });

  it.each([
    ['ENOSPC', 'no-disk-space'],
    ['EACCES', 'wrong-permissions'],
    ['EROFS', 'wrong-permissions'],
    ['EIO', 'start-failed'],
  ])('is found in an error of the operating system: %s', (code, failure) => {
    expect(failureFromSystemError(Object.assign(new Error('lỗi'), { code })).code).toBe(failure);
  });

  it('is told in Vietnamese first, then in English, then in detail', () => {
    const { message } = failureFromServerOutput('No space left on device');
    expect(message.split('\n')).toEqual([
      expect.stringContaining('Ổ đĩa không còn đủ chỗ trống'),
      expect.stringContaining('not enough free space'),
      'No space left on device',
    ]);
  });
});
