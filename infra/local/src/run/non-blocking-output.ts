import { write } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export interface NonBlockingOutput {
  /** Returns immediately. Up to 1,000 unread lines are kept; later ones are dropped and counted. */
  writeLine(line: string): void;
  finish(timeoutMs: number): Promise<void>;
}

const maxWaiting = 1_000;
const retryMs = 50;

/**
 * Replaces `process.stdout`, which blocks the event loop on a paused terminal (Ctrl-S) or a full pipe. A blocked supervisor would
 * restart no process and pass on no connection.
 */
export function openNonBlockingOutput(descriptor: number): NonBlockingOutput {
  const waiting: string[] = [];
  let dropped = 0;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      await writeFully(descriptor, Buffer.from(`${line}\n`));
      if (waiting.length > 0 || dropped === 0) continue;
      waiting.push(`${dropped} lines could not be shown.`);
      dropped = 0;
    }
    writing = null;
  }

  return {
    writeLine(line) {
      if (waiting.length >= maxWaiting) dropped += 1;
      else waiting.push(line);
      writing ??= writeAll();
    },
    async finish(timeoutMs) {
      await Promise.race([writing, wait(timeoutMs, undefined, { ref: false })]);
    },
  };
}

async function writeFully(descriptor: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const written = await writeOnce(descriptor, bytes, at);
    if (typeof written === 'number') at += written;
    else if (written === 'EAGAIN') await wait(retryMs);
    else return;
  }
}

function writeOnce(descriptor: number, bytes: Buffer, from: number): Promise<number | string> {
  return new Promise((resolve) => {
    write(descriptor, bytes, from, bytes.length - from, null, (problem, written) =>
      resolve(problem === null ? written : (problem.code ?? 'unknown')),
    );
  });
}
