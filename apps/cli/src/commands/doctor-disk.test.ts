import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { describeFreeDiskSpace, examineDiskSpace } from './doctor-disk.ts';

const mebibyte = 1024 ** 2;

test('doctor reports 20 MB of free disk space as a problem, and 500 MB as a note', () => {
  expect(describeFreeDiskSpace('/data', 20 * mebibyte)).toMatchObject([
    { ok: false, what: 'The disk that holds /data has 20 MB left, and PostgreSQL will stop when the disk is full' },
  ]);
  expect(describeFreeDiskSpace('/data', 500 * mebibyte)).toMatchObject([
    { ok: true, what: 'The disk that holds /data has 500 MB left', advice: expect.stringContaining('Free space') },
  ]);
  expect(describeFreeDiskSpace('/data', 5_000 * mebibyte)).toEqual([]);
});

test('doctor reads the free disk space of a real folder', async () => {
  expect((await examineDiskSpace(tmpdir())).length).toBeLessThanOrEqual(1);
});
