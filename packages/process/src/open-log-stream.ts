import { write, writeSync } from 'node:fs';

export interface LogStream {
  write(line: string): void;
  /** Writes the waiting lines synchronously, as many as the file accepts. */
  flushSync(): void;
}

const maxWaitingCharacters = 1_000_000;
const retryMs = 100;
const newline = 10;

/**
 * Creates a stream for pino that does not block the event loop. Drops lines if too many wait, the disk is full or the
 * reader of the pipe is gone. On a full disk, pino's own stream would repeat its last write forever.
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
      // If only a part of a line was written, adds a line break before the next line.
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
        // If the lines cannot be written, they are lost.
      }
    },
  };
}
