import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from './read-json-lines.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string): Promise<unknown[]> {
  const path = join(folder, 'records.jsonl');
  await writeFile(path, content);
  const records: unknown[] = [];
  for await (const record of readJsonLines(path, z.object({ id: z.string() }))) records.push(record);
  return records;
}

test('readJsonLines accepts any line ending, a byte order mark, and a last line without a line ending', async () => {
  expect(await read('\uFEFF{"id":"a"}\r\n\n{"id":"ü"}')).toEqual([{ id: 'a' }, { id: 'ü' }]);
  const many = Array.from({ length: 20_000 }, (_, index) => ({ id: `record ${index} ü` }));
  expect(await read(many.map((record) => JSON.stringify(record)).join('\n'))).toEqual(many);
});

test('readJsonLines names the invalid line', async () => {
  await expect(read('{"id":"a"}\n{"id":')).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/^Line 2 of .* is not JSON/u),
  });
  await expect(read('{"id":"a"}\n\n{"id":3}')).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/line 3 of .*: id: /u),
  });
});

test('readJsonLines rejects a line that is too long', async () => {
  await expect(read(`{"id":"a"}\n"${'x'.repeat(17 * 1024 * 1024)}"`)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringMatching(/^Line 2 of /),
  });
});

test('readJsonLines explains a missing file', async () => {
  const missing = readJsonLines(join(folder, 'nowhere'), z.unknown()).next();
  await expect(missing).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/check the path/u),
  });
  await expect(readJsonLines(folder, z.unknown()).next()).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/is a folder/u),
  });
});
