import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** A file that can be read several times. An upload has no path, because its file is unlinked. */
export interface ArchiveFile {
  /** The name in messages. */
  readonly name: string;
  /** Returns the content, or its first `bytes` bytes. */
  open(bytes?: number): Readable;
}

export function createArchiveFile(path: string): ArchiveFile {
  return {
    name: path,
    open: (bytes) => createReadStream(path, bytes === undefined ? {} : { end: bytes - 1 }),
  };
}
