import { expect, test } from 'vitest';
import { findOtherArchive } from './find-other-archive.ts';

const archives = [
  { id: '1', account: 'tracker' },
  { id: '2', account: 'wiki' },
];
const stored: Readonly<Record<string, readonly string[]>> = { 1: ['a', 'b', 'c'], 2: ['a'] };
const find = (ids: readonly string[]) =>
  findOtherArchive(archives, ids, async (id, asked) => new Set(asked.filter((each) => stored[id]?.includes(each))));

test('findOtherArchive names the archive that has most of the ids', async () => {
  expect(await find(['a', 'b', 'x'])).toEqual({ archive: 'tracker', records: 2 });
});

test('findOtherArchive returns null if no archive has half of the ids', async () => {
  expect(await find(['a', 'x', 'y'])).toBeNull();
  expect(await find([])).toBeNull();
});
