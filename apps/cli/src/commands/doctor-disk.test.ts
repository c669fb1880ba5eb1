import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { describeFreeSpace, examineDisk } from './doctor-disk.ts';

const mebibyte = 1024 ** 2;

test('a disk that is nearly full is a problem, and one with little space is a note', () => {
  expect(describeFreeSpace('/data', 20 * mebibyte)).toMatchObject([
    { ok: false, what: 'The disk of /data has 20 MB left, and PostgreSQL stops when it is full' },
  ]);
  expect(describeFreeSpace('/data', 500 * mebibyte)).toMatchObject([
    { ok: true, what: 'The disk of /data has 500 MB left', advice: expect.stringContaining('Free space') },
  ]);
  expect(describeFreeSpace('/data', 5_000 * mebibyte)).toEqual([]);
});

test('the free space on the disk of a real folder is read', async () => {
  expect((await examineDisk(tmpdir())).length).toBeLessThanOrEqual(1);
});
