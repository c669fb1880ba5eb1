import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Spool {
  readonly lines: number;
  /** The lines from the first on, each time it is called. */
  read(): Readable;
  close(): Promise<void>;
}

/**
 * Keeps lines on disk until the last of them is here, so that a slow sender holds no database transaction open. The
 * file has no name from the start: it is gone with the process, however that ends.
 */
export async function spool(lines: AsyncIterable<string>): Promise<Spool> {
  let count = 0;
  async function* terminated(): AsyncGenerator<string> {
    for await (const line of lines) {
      count += 1;
      yield `${line}\n`;
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'refrain-upload-'));
  const file = await open(join(folder, 'lines'), 'wx+', 0o600);
  try {
    await rm(folder, { recursive: true });
    await pipeline(Readable.from(terminated()), file.createWriteStream({ autoClose: false }));
  } catch (error) {
    await file.close();
    throw error;
  }
  return { lines: count, read: () => file.createReadStream({ start: 0, autoClose: false }), close: () => file.close() };
}
