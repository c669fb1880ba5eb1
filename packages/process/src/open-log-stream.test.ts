import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogStream } from './open-log-stream.ts';

test('the log stream writes all lines in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'log');
  const descriptor = openSync(path, 'w');
  onTestFinished(() => closeSync(descriptor));
  const stream = openLogStream(descriptor);
  const lines = Array.from({ length: 2_000 }, (_, nth) => `line ${nth} of the log\n`);
  for (const line of lines) stream.write(line);
  await expect.poll(() => readFileSync(path, 'utf8'), { timeout: 20_000 }).toBe(lines.join(''));
});
