import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@refrain/domain';

export interface Spooled {
  readonly count: number;
  /** The lines from the first on; its file is gone once this is read to its end or destroyed. */
  readonly lines: Readable;
}

/**
 * Keeps lines on disk until the last of them is here, so that a slow sender holds no database transaction open. The
 * file has lost its name before the first line is in it: it is gone with the process, however that ends.
 * @throws {AppError} `unavailable` where the disk has no room for them
 */
export async function spool(lines: AsyncIterable<string>): Promise<Spooled> {
  return write(lines).catch((thrown) => {
    throw toSpoolError(thrown);
  });
}

/** Of the machine, and not of what was sent: later there may be room. */
export function toSpoolError(thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return thrown;
  return new AppError(
    'unavailable',
    `The disk of the API has no room for this upload, nothing was stored: free some in ${tmpdir()}, then send it again.`,
    { cause: thrown },
  );
}

async function write(lines: AsyncIterable<string>): Promise<Spooled> {
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
