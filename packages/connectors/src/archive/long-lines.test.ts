import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureAppError } from '../testing.ts';
import { createTestArchives, formatJsonLines } from './testing.ts';

const files = createTestArchives();
const { read } = files;
let folder: string;
beforeAll(async () => {
  folder = await files.folder();
});
afterAll(files.remove);

describe('a line of 200 MB', { timeout: 60_000 }, () => {
  async function writeBig(name: string, first: string, last: string): Promise<string> {
    const path = join(folder, name);
    const stream = createWriteStream(path);
    stream.write(first);
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    for (let written = 0; written < 200; written += 1) {
      if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    }
    await new Promise<void>((resolve) => stream.end(last, () => resolve()));
    return path;
  }

  it('a line of 200 MB is rejected or skipped without being held in memory', async () => {
    const good = formatJsonLines({ title: 'a', created: '2024-01-01' });
    const path = await writeBig('big.jsonl', `${good}\n{"title":"`, `"}\n${good}\n`);
    const before = process.memoryUsage.rss();
    const error = await captureAppError(() => read(path));
    expect(error.code).toBe('too_large');
    expect(error.message).toMatch(/^Line 2 of .* is longer than 10 MB/);
    const rows = await read(path, { skipBroken: true });
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
    expect(rows[1]).toEqual({ line: 2, skipped: 'it is longer than 10 MB' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a line of 200 MB ends the import of a CSV file even if broken lines are skipped', async () => {
    const path = await writeBig('big.csv', 'title,created\na,2024-01-01\n"', '",2024-01-01\n');
    const before = process.memoryUsage.rss();
    const error = await captureAppError(() => read(path));
    expect(error.code).toBe('too_large');
    expect(error.message).toMatch(/line 3 of .* is longer than 10 MB: shorten or remove it$/);
    const skipping = await captureAppError(() => read(path, { skipBroken: true }));
    expect(skipping.message).toBe(error.message);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });
});
