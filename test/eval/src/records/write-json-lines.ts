import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { AppError } from '@refrain/domain';

/**
 * Writes one JSON line per record. Replaces an existing file only after all lines are written.
 * @throws {AppError} `invalid_input` if the file cannot be written
 */
export async function writeJsonLines(path: string, records: Iterable<unknown>): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  const stream = createWriteStream(unfinished);
  try {
    await once(stream, 'open');
    for (const record of records) {
      if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain');
    }
    stream.end();
    await finished(stream);
    await rename(unfinished, path);
  } catch (cause) {
    stream.destroy();
    await rm(unfinished, { force: true });
    throw new AppError('invalid_input', `Cannot write ${path}: check that its folder exists and is writable.`, {
      cause,
    });
  }
}
