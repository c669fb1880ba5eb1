import { write, writeSync } from 'node:fs';

/** A destination for pino. */
export interface LogStream {
  write(line: string): void;
  /** Writes the waiting lines synchronously, as far as the file accepts them. */
  flushSync(): void;
}

const maxWaitingCharacters = 1_000_000;
const retryMs = 100;
const newline = 10;

/**
 * Creates a stream that writes lines without blocking the event loop. It drops lines that cannot be written, because
 * the disk is full or the reader is gone, and lines that arrive while too many wait. The stream of pino itself repeats
 * its last write forever on a full disk.
 * @param descriptor of an open file
 */
export function openLogStream(descriptor: number): LogStream {
  let waiting = '';
  let isWriting = false;

  function writeWaiting(): void {
    if (isWriting || waiting === '') return;
    isWriting = true;
    const bytes = Buffer.from(waiting);
    waiting = '';
    writeFrom(bytes, 0);
  }

  function writeFrom(bytes: Buffer, start: number): void {
    write(descriptor, bytes, start, bytes.length - start, null, (problem, written) => {
      const end = start + written;
      if (problem?.code === 'EAGAIN') return void setTimeout(() => writeFrom(bytes, start), retryMs);
      if (problem === null && end < bytes.length) return writeFrom(bytes, end);
      // The next line must not continue a partly written one.
      if (problem !== null && start > 0 && bytes[start - 1] !== newline) waiting = `\n${waiting}`;
      isWriting = false;
      writeWaiting();
    });
  }

  return {
    write(line) {
      if (waiting.length + line.length > maxWaitingCharacters) return;
      waiting += line;
      writeWaiting();
    },
    flushSync() {
      let rest = Buffer.from(waiting);
      waiting = '';
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch {
        // The rest is dropped.
      }
    },
  };
}
