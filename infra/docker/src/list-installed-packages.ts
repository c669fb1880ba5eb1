import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Returns the folders below `root` of packages and their dependencies, except optional ones for other platforms. */
export async function listInstalledPackages(root: string, names: readonly string[]): Promise<string[]> {
  const found = new Set<string>();

  async function add(name: string, neededBy: string, isOptional: boolean): Promise<void> {
    const folder = findFolder(root, name, neededBy);
    if (folder === null) {
      if (isOptional) return;
      throw new Error(`${name} is not installed. Run npm ci first.`);
    }
    if (found.has(folder)) return;
    found.add(folder);
    const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    const optional = Object.keys(manifest.optionalDependencies ?? {});
    for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      await add(needed, folder, optional.includes(needed));
    }
  }

  for (const name of names) await add(name, '', false);
  return [...found].sort();
}

/** Finds a package as Node would, in the nearest `node_modules` above `from` that contains it. */
function findFolder(root: string, name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(root, folder, 'package.json'))) return folder;
    if (at === '' || at === '.') return null;
  }
}
