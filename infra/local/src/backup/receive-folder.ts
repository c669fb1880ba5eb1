import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import type { CopyFolderOptions } from './copy-folder.ts';
import { frameKinds, maxFrameBodyBytes } from './send-folder.ts';

/**
 * Writes the frames of `sendFolder` to new files and folders that only this user can read. The sender may be hostile, because its
 * user can control it with a debugger: no path may lead out of the folder, and nothing that exists is replaced or followed. Returns
 * null, or the first error of the sender.
 * @param to a folder in which only this user can create files
 */
export async function receiveFolder(
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

/** @throws {AppError} if the path leaves the folder, or contains characters that control a terminal */
function checkPath(path: string): string {
  const isInvalid = path.split('/').some((name) => name === '' || name === '.' || name === '..');
  if (isInvalid || /\p{Cc}/u.test(path)) throw invalid();
  return path;
}

function invalid(): AppError {
  return new AppError(
    'unavailable',
    'The data from the process that reads the folder as its owner is not valid, so another program has changed it. Stop the other programs of that user, then run the command again.',
  );
}
