import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AppError } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { spool, toSpoolError } from './spool.ts';

test.runIf(process.platform === 'linux')('spool reports a full disk as a temporary error', async () => {
  const full = await writeFile('/dev/full', 'a line').catch((thrown: unknown) => thrown);
  expect(toSpoolError(full)).toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('is full'),
  });
});

test('toSpoolError returns every error except that of a full disk unchanged', () => {
  const wrong = new AppError('invalid_input', 'Record 3 is not JSON.');
  expect(toSpoolError(wrong)).toBe(wrong);
});

test('spool unlinks its file before it writes the first line', async () => {
  const [folder, before] = [await mkdtemp(join(tmpdir(), 'refrain-spooled-')), process.env.TMPDIR];
  onTestFinished(async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true });
  });
  process.env.TMPDIR = folder;
  const seen: string[][] = [];
  async function* send() {
    for (const line of ['first', 'second']) {
      seen.push(await readdir(folder));
      yield line;
    }
  }
  const { count, lines } = await spool(send());
  expect([count, await text(lines)]).toEqual([2, 'first\nsecond\n']);
  expect([...seen, await readdir(folder)]).toEqual([[], [], []]);
});
