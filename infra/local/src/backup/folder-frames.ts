import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import type { CopyFolderOptions } from './copy-folder.ts';

/**
 * The kinds of frames that `sendFolder` writes. A frame is a letter, the length of the body in 4 bytes, and the body.
 */
export const frameKinds = {
  folder: 'd',
  file: 'f',
  content: 'c',
  special: 's',
  /** The last frame after an error. Its body is the error code and the path that cannot be read. */
  failure: 'x',
  end: 'e',
} as const;

export const maxFrameBodyBytes = 65_536;

/**
 * Writes the working folder to standard output as frames. A child process runs the source text of this function, so the function
 * must not refer to anything outside itself.
 */
export function sendFolder(excludes: string, kinds: typeof frameKinds, chunkSize: number): void {
  const fs = process.getBuiltinModule('node:fs');
  const isExcluded = new RegExp(excludes, 'u');
  const chunk = Buffer.alloc(chunkSize);

  function write(bytes: Buffer): void {
    for (let written = 0; written < bytes.length; ) written += fs.writeSync(1, bytes, written);
  }

  function send(kind: string, body: Buffer): void {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(body.length, 1);
    write(head);
    write(body);
  }

  /** Runs an operation on a path. Returns null if the file has vanished, and ends the process if it cannot be read. */
  function attempt<T>(path: string, operation: () => T): T | null {
    try {
      return operation();
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'ENOENT') return null;
      send(kinds.failure, Buffer.from(`${code} ${path}`));
      process.exit(1);
    }
  }

  function sendFile(path: string): void {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
    const file = attempt(path, () => fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
    if (file === null) return;
    if (fs.fstatSync(file).isFile()) {
      send(kinds.file, Buffer.from(path));
      for (;;) {
        const size = attempt(path, () => fs.readSync(file, chunk)) ?? 0;
        if (size === 0) break;
        send(kinds.content, chunk.subarray(0, size));
      }
    } else {
      send(kinds.special, Buffer.from(path));
    }
    fs.closeSync(file);
  }

  function sendEntries(folder: string): void {
    for (const name of attempt(folder, () => fs.readdirSync(folder)) ?? []) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      if (isExcluded.test(path)) continue;
      const found = attempt(path, () => fs.lstatSync(path));
      if (found === null) continue;
      if (found.isDirectory()) {
        send(kinds.folder, Buffer.from(path));
        sendEntries(path);
      } else if (found.isFile()) {
        sendFile(path);
      } else {
        send(kinds.special, Buffer.from(path));
      }
    }
  }

  sendEntries('.');
  send(kinds.end, Buffer.alloc(0));
}

/**
 * Writes the frames of `sendFolder` to new files that only this user can read. The sender may be hostile, because its user can
 * control it with a debugger. Therefore refuses paths that lead out of the folder, replaces no file and follows no link. Returns
 * the error that the sender reports; null if there is none.
 * @param to a folder in which only this user can create files
 */
export async function writeFolderFromFrames(
  frames: AsyncIterable<Buffer>,
  to: string,
  { excludes, onSpecialFile, signal }: CopyFolderOptions,
): Promise<{ readonly code: string; readonly path: string } | null> {
  let file: FileHandle | null = null;
  try {
    for await (const { kind, body } of readFrames(frames)) {
      signal?.throwIfAborted();
      if (kind === frameKinds.end) return null;
      if (kind === frameKinds.content) {
        if (file === null) throw invalid();
        await file.writeFile(body);
        continue;
      }
      await file?.close();
      file = null;
      if (kind === frameKinds.failure) {
        const { code, path } = /^(?<code>[A-Z\d]+) (?<path>\P{Cc}+)$/u.exec(body.toString())?.groups ?? {};
        if (code === undefined || path === undefined) throw invalid();
        return { code, path };
      }
      const path = checkPath(body.toString());
      if (excludes?.test(path)) throw invalid();
      if (kind === frameKinds.folder) await mkdir(join(to, path), { mode: 0o700 });
      else if (kind === frameKinds.file) file = await open(join(to, path), 'wx', 0o600);
      else if (kind === frameKinds.special) onSpecialFile?.(path);
      else throw invalid();
    }
  } finally {
    await file?.close();
  }
  throw new AppError(
    'unavailable',
    "The process that reads the folder with the rights of the folder's owner ended early. If this happens again, move the folder to a place that its owner can enter, or make root its owner.",
  );
}

async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<{ kind: string; body: Buffer }> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let start = 0;
    while (pending.length - start >= 5) {
      const length = pending.readUInt32BE(start + 1);
      if (length > maxFrameBodyBytes) throw invalid();
      const end = start + 5 + length;
      if (pending.length < end) break;
      yield { kind: pending.toString('latin1', start, start + 1), body: pending.subarray(start + 5, end) };
      start = end;
    }
    pending = pending.subarray(start);
  }
}

function checkPath(path: string): string {
  const isInvalid = path.split('/').some((name) => name === '' || name === '.' || name === '..');
  if (isInvalid || /\p{Cc}/u.test(path)) throw invalid();
  return path;
}

function invalid(): AppError {
  return new AppError(
    'unavailable',
    "A process that runs as the folder's owner reads the folder, and it sent invalid data, so another program of that user has interfered. Stop the user's other programs, then run the command again.",
  );
}
