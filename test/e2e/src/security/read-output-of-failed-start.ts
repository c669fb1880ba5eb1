import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startBuiltProcess } from '../processes/index.ts';

export async function readOutputOfFailedStart(settings: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-start-'));
  const log = await open(join(folder, 'log'), 'a');
  await expect(startBuiltProcess('ingest-worker', settings, log.fd)).rejects.toThrow('exited with 1');
  await log.close();
  const output = await readFile(join(folder, 'log'), 'utf8');
  await rm(folder, { recursive: true });
  return output;
}
