import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@refrain/domain';

export interface SpooledLines {
  readonly count: number;
  /** A stream of all lines. The file is deleted when the stream ends or is destroyed. */
  readonly lines: Readable;
}

/**
 * Buffers lines in a file, so that a slow sender keeps no database transaction open. The file is unlinked before the first
 * write, so that the file does not outlive the process.
 * @throws {AppError} `unavailable` if the disk is full
 */
export async function spool(lines: AsyncIterable<string>): Promise<SpooledLines> {
  return write(lines).catch((thrown) => {
    throw toSpoolError(thrown);
  });
}

/** Converts the error of a full disk to `unavailable`, and returns other errors unchanged. */
export function toSpoolError(thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return thrown;
  return new AppError(
    'unavailable',
    `The API's disk is full, so nothing was stored. Free space in ${tmpdir()}, then send the upload again.`,
    { cause: thrown },
  );
}

async function write(lines: AsyncIterable<string>): Promise<SpooledLines> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-upload-'));
  const path = join(folder, 'lines');
  const writer = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(writer, 'open');
  const reader = createReadStream(path);
  await once(reader, 'open');
  await rm(folder, { recursive: true });
  let count = 0;
  async function* terminated(): AsyncGenerator<string> {
    for await (const line of lines) {
      count += 1;
      yield `${line}\n`;
    }
  }
  try {
    await pipeline(Readable.from(terminated()), writer);
  } catch (error) {
    reader.destroy();
    throw error;
  }
  return { count, lines: reader };
}
