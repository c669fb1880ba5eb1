/**
 * Lists the folders around each file without the root: `a/b/c.ts` is in `a` and `a/b`.
 * @param deepest maximum depth
 */
export function listFolders(paths: readonly string[], deepest: number): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let end = path.indexOf('/');
    for (let depth = 0; end > 0 && depth < deepest; depth += 1) {
      folders.add(path.slice(0, end));
      end = path.indexOf('/', end + 1);
    }
  }
  return folders;
}

/** Returns the parent of a folder; null for one in the root. */
export function parentOf(folder: string): string | null {
  const end = folder.lastIndexOf('/');
  return end < 0 ? null : folder.slice(0, end);
}

/** Returns whether a folder is the other one or inside it. */
export function isWithin(folder: string, around: string): boolean {
  return folder === around || folder.startsWith(`${around}/`);
}
