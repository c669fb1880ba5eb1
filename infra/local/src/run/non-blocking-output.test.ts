import { execFile } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openNonBlockingOutput } from './non-blocking-output.ts';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-output-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('writes all lines in order before `finish` resolves', async () => {
  const path = join(openFolder(), 'out');
  const descriptor = openSync(path, 'w');
  const output = openNonBlockingOutput(descriptor);
  const lines = Array.from({ length: 500 }, (_, number) => `line ${number}`);
  for (const line of lines) output.writeLine(line);
  await output.finish(20_000);
  closeSync(descriptor);
  expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
});

test('a reader that pauses does not block the writer, and later receives the number of dropped lines', async () => {
  const path = join(openFolder(), 'pipe');
  await promisify(execFile)('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const output = openNonBlockingOutput(writer);
  const startedAt = performance.now();
  for (let number = 0; number < 2_000; number++) output.writeLine('x'.repeat(1_000));
  await output.finish(100);
  expect(performance.now() - startedAt).toBeLessThan(5_000);

  const buffer = Buffer.alloc(1_000_000);
  let read = '';
  const readOn = () => {
    try {
      read += buffer.toString('utf8', 0, readSync(reader, buffer));
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EAGAIN') throw problem;
    }
    return read;
  };
  await expect.poll(readOn, { timeout: 20_000, interval: 10 }).toMatch(/\n\d+ lines could not be shown\.\n$/u);
  await output.finish(20_000);
  closeSync(writer);
  closeSync(reader);
});
