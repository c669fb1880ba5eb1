import { createHash } from 'node:crypto';
import type { GitFile } from './file-state.ts';

export interface TreeEntry {
  readonly path: string;
  readonly type: 'blob' | 'tree';
  readonly sha: string;
  /** Size of a file in bytes; null for a folder. */
  readonly size: number | null;
}

/** Lists every folder and file, with each folder before its content. `files` must be sorted by path. */
export function listTree(files: readonly GitFile[]): TreeEntry[] {
  const digests = new Map<string, ReturnType<typeof createHash>>();
  for (const { path, sha } of files) {
    for (const folder of foldersOf(path)) {
      const digest = digests.get(folder) ?? createHash('sha1').update(folder);
      digests.set(folder, digest.update(path).update(sha));
    }
  }
  const folders = [...digests].map(
    ([path, digest]): TreeEntry => ({ path, type: 'tree', sha: digest.digest('hex'), size: null }),
  );
  const blobs = files.map(({ path, sha, content }): TreeEntry => ({ path, type: 'blob', sha, size: content.length }));
  return [...folders, ...blobs].sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function listFolder(tree: readonly TreeEntry[], folder: string): TreeEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return tree.filter(
    ({ path }) => path.startsWith(prefix) && path !== folder && !path.slice(prefix.length).includes('/'),
  );
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
