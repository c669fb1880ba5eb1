import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { z } from 'zod';

/** A path within the backup. Control characters are forbidden, because the path is shown on a terminal. */
const Path = z.string().regex(/^[^/\p{Cc}]+(?:\/[^/\p{Cc}]+)*$/u);
const ManifestFile = z.object({ size: z.number().int().nonnegative(), sha256: z.string().regex(/^[\da-f]{64}$/u) });

const BackupManifest = z.object({
  files: z.record(Path, ManifestFile),
  /** Empty folders are listed, because PostgreSQL does not start without some of them, and some copy programs omit them. */
  folders: z.array(Path),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const manifestFileName = 'manifest.json';

const advice = 'Restore another backup.';
const chunkSize = 1_048_576;

export async function writeManifest(backup: string, signal: AbortSignal): Promise<void> {
  const manifest: BackupManifest = { files: {}, folders: [] };
  await visit(backup, '', {
    onFolder: (path) => void manifest.folders.push(path),
    async onFile(path) {
      manifest.files[path] = await digestFile(join(backup, path), signal);
    },
  });
  await writeFile(join(backup, manifestFileName), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
}

/**
 * Reads the manifest of a backup, and compares its names and sizes with the files that are present.
 * @throws {AppError} `invalid_input` if there is no manifest, or a file or folder is missing or has another size
 */
export async function readManifest(backup: string): Promise<BackupManifest> {
  const manifest = await parseManifest(backup);
  for (const path of manifest.folders) {
    const found = await lstat(join(backup, path)).catch(() => null);
    if (!found?.isDirectory()) throw refuse(`The backup ${backup} lacks the folder ${path}. ${advice}`);
  }
  for (const [path, { size }] of Object.entries(manifest.files)) {
    const found = await lstat(join(backup, path)).catch(() => null);
    if (!found?.isFile()) throw refuse(`The backup ${backup} lacks the file ${path}. ${advice}`);
    if (found.size !== size) {
      throw refuse(`The file ${path} of the backup ${backup} has ${found.size} bytes instead of ${size}. ${advice}`);
    }
  }
  return manifest;
}

export interface CopyCheckOptions {
  readonly manifest: BackupManifest;
  readonly backup: string;
  /** Path of the copied folder or file within the backup, such as `cluster`. */
  readonly part: string;
  readonly signal: AbortSignal;
}

/**
 * Compares the copy of a folder with the manifest, because the owner of the backup could change the original later.
 * @param excludes matches the paths below the folder that were not copied
 * @throws {AppError} `invalid_input` if a file is missing, differs or is not in the manifest
 */
export async function checkCopiedFolder(copy: string, excludes: RegExp, check: CopyCheckOptions): Promise<void> {
  const { manifest, backup, part } = check;
  const found = new Set<string>();
  await visit(copy, '', {
    onFolder: (path) => void found.add(`${part}/${path}`),
    async onFile(path) {
      const name = `${part}/${path}`;
      found.add(name);
      await checkCopiedFile(join(copy, path), { ...check, part: name });
    },
  });
  for (const path of [...manifest.folders, ...Object.keys(manifest.files)]) {
    if (!path.startsWith(`${part}/`) || isExcluded(path.slice(part.length + 1), excludes) || found.has(path)) continue;
    throw refuse(`${path} was removed from the backup ${backup} while it was read. ${advice}`);
  }
}

/** Compares one copied file with the manifest. @throws {AppError} `invalid_input` if the file differs or is not in the manifest */
export async function checkCopiedFile(
  copy: string,
  { manifest, backup, part: name, signal }: CopyCheckOptions,
): Promise<void> {
  const expected = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined;
  if (expected === undefined) {
    throw refuse(`The backup ${backup} contains ${name}, which is not in its ${manifestFileName}. ${advice}`);
  }
  const { size, sha256 } = await digestFile(copy, signal);
  if (size === expected.size && sha256 === expected.sha256) return;
  throw refuse(`The file ${name} of the backup ${backup} is damaged: its SHA-256 differs. ${advice}`);
}

function isExcluded(path: string, excludes: RegExp): boolean {
  const names = path.split('/');
  return names.some((_, index) => excludes.test(names.slice(0, index + 1).join('/')));
}

async function digestFile(path: string, signal: AbortSignal): Promise<z.infer<typeof ManifestFile>> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(chunkSize);
    for (let size = 0; ; ) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(chunk);
      if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function visit(
  root: string,
  path: string,
  visitor: { readonly onFolder: (path: string) => void; readonly onFile: (path: string) => Promise<void> },
): Promise<void> {
  for (const entry of await readdir(join(root, path), { withFileTypes: true })) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      visitor.onFolder(below);
      await visit(root, below, visitor);
    } else {
      await visitor.onFile(below);
    }
  }
}

async function parseManifest(backup: string): Promise<BackupManifest> {
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const text = await readFile(join(backup, manifestFileName), { encoding: 'utf8', flag }).catch((cause) => {
    throw refuse(
      `The backup ${backup} lacks ${manifestFileName}, so nobody can tell whether it is complete. An early version of Refrain made it, or the file was lost: make a new backup, or restore another one.`,
      cause,
    );
  });
  try {
    return BackupManifest.parse(JSON.parse(text));
  } catch (cause) {
    throw refuse(`The file ${manifestFileName} of the backup ${backup} is damaged. ${advice}`, cause);
  }
}

function refuse(message: string, cause?: unknown): AppError {
  return new AppError('invalid_input', message, { cause });
}
