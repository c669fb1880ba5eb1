import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ArchiveFile } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { ByteCounter } from '../../http/limits/limit-uploads.ts';
import { toSpoolError } from '../spool.ts';

export interface ReceivedFile extends ArchiveFile {
  close(): Promise<void>;
}

/**
 * Writes the body of a request to a file, which can then be read several times. The file is unlinked before the first write,
 * so that it does not outlive the process.
 * @throws {AppError} `unavailable` if the disk is full; `invalid_input` if the sender disconnects
 */
export async function receiveFile(body: IncomingMessage, name: string, count: ByteCounter): Promise<ReceivedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-upload-'));
  const file = await open(join(folder, 'file'), 'wx+', 0o600);
  await rm(folder, { recursive: true });
  try {
    // If the sender disconnected before this function was called, the body has already emitted `close`.
    if (body.destroyed) throw new Error('aborted');
    for await (const chunk of body as AsyncIterable<Buffer>) {
      count(chunk.length);
      await file.write(chunk);
    }
  } catch (thrown) {
    await file.close();
    throw toReceiveError(thrown);
  }
  return {
    name,
    open: (bytes) => Readable.from(readChunks(file, bytes), { objectMode: false }),
    close: () => file.close(),
  };
}

const chunkBytes = 64 * 1024;

/** Reads by position, because destroying a stream of the file handle would close the file. */
async function* readChunks(file: FileHandle, bytes = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  for (let position = 0; position < bytes; ) {
    const length = Math.min(chunkBytes, bytes - position);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function toReceiveError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown;
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code !== 'ECONNRESET' && message !== 'aborted') return toSpoolError(thrown);
  return new AppError('invalid_input', 'The upload was interrupted; nothing was stored. Send it again.', {
    cause: thrown,
  });
}
