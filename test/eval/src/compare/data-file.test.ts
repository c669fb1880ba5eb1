import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDataFile } from './data-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-compare-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function give(...records: object[]): Promise<string> {
  const path = join(folder, 'in.jsonl');
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
}

test('readDataFile reads the fields that are scored, and converts numbers to text', async () => {
  const path = await give(
    { id: 1, group: 7, created: 2024 },
    { id: 'b', group: 7, title: 'B' },
    { id: 'c', group: null },
  );
  expect(await readDataFile(path)).toEqual({
    path,
    name: 'in.jsonl',
    records: [
      { id: '1', created: '2024', group: '7' },
      { id: 'b', created: '', group: '7' },
      { id: 'c', created: '', group: null },
    ],
  });
});

test('readDataFile rejects a missing file and a file without duplicates', async () => {
  const alone = await give({ id: 1, group: 'a' }, { id: 2, group: 'b' }, { id: 3 });
  await expect(readDataFile(alone)).rejects.toThrow(/no two records of the same group/u);
  await expect(readDataFile(join(folder, 'nowhere'))).rejects.toThrow(/^There is no file/u);
});
