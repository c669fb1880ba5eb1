/** Lists the folders that contain the files, without the root: `a` and `a/b` for `a/b/c.ts`. */
export function listFolders(paths: readonly string[], maxDepth: number): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let end = path.indexOf('/');
    for (let depth = 0; end > 0 && depth < maxDepth; depth += 1) {
      folders.add(path.slice(0, end));
      end = path.indexOf('/', end + 1);
    }
  }
  return folders;
}

/** Returns a folder's parent; null for a folder in the root. */
export function parentFolderOf(folder: string): string | null {
  const end = folder.lastIndexOf('/');
  return end < 0 ? null : folder.slice(0, end);
}

export function isWithinFolder(folder: string, around: string): boolean {
  return folder === around || folder.startsWith(`${around}/`);
}
