import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { ToolRecipe } from './catalogue.ts';
import type { Tool } from './tool.ts';

/** Folders of system programs that an ordinary user's search path may lack. */
const systemFolders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

export async function findProgramOnPath(programs: readonly string[], searchPath: string): Promise<Tool | null> {
  for (const program of programs) {
    for (const folder of [...searchPath.split(delimiter), ...systemFolders]) {
      if (folder !== '' && (await isExecutable(join(folder, program)))) return { path: join(folder, program), env: {} };
    }
  }
  return null;
}

export async function findUnpackedProgram(recipe: ToolRecipe, root: string): Promise<Tool | null> {
  const path = join(root, recipe.unpacked);
  if (!(await isExecutable(path))) return null;
  const libraries = [];
  for (const folder of ['lib', 'usr/lib']) libraries.push(...(await listLibraryFolders(join(root, folder), 3)));
  return { path, env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(root, 'etc/fonts') } };
}

async function listLibraryFolders(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const libraryFolders = entries.some((entry) => !entry.isDirectory() && /\.so(\.|$)/.test(entry.name)) ? [folder] : [];
  if (depth === 0) return libraryFolders;
  const nested = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  return [...libraryFolders, ...(await Promise.all(nested.map((path) => listLibraryFolders(path, depth - 1)))).flat()];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
