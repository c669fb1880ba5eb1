import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { describeFreeSpace, examineDisk } from './doctor-disk.ts';

const mebibyte = 1024 ** 2;

test('doctor reports 20 MB of free disk space as a problem, and 500 MB as a note', () => {
  expect(describeFreeSpace('/data', 20 * mebibyte)).toMatchObject([
    { ok: false, what: 'The disk of /data has 20 MB left, and PostgreSQL stops when it is full' },
  ]);
  expect(describeFreeSpace('/data', 500 * mebibyte)).toMatchObject([
    { ok: true, what: 'The disk of /data has 500 MB left', advice: expect.stringContaining('Free space') },
  ]);
  expect(describeFreeSpace('/data', 5_000 * mebibyte)).toEqual([]);
});

test('doctor reads the free disk space of a real folder', async () => {
  expect((await examineDisk(tmpdir())).length).toBeLessThanOrEqual(1);
});
