import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '@refrain/local';

/** Of Vite's manifest (https://vite.dev/guide/backend-integration): what a part of the page is built from, and needs at once. */
interface Part {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const pageFolder = join(projectFolder, 'apps/web/dist/page');
/**
 * How large the scripts are that are fetched before the overview stands, as gzip makes them, in kB of 1000 bytes: the one
 * that the page names, and what it imports.
 */
export async function readInitialKb(): Promise<number> {
  const text = await readFile(join(pageFolder, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Readonly<Record<string, Part>>;
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  if (entry.length === 0) throw new Error('The page was not built as it is read here');
  return sumGzip(listNeeded(manifest, entry));
}

/** So large are these scripts together. @param paths as they are asked for: `/assets/…` */
export function sumGzip(paths: readonly string[]): Promise<number> {
  return Promise.all(paths.map(async (path) => gzipSync(await readFile(join(pageFolder, path))).length)).then(
    (sizes) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10,
  );
}

/** The files of these parts and of all that they import, each once. */
function listNeeded(manifest: Readonly<Record<string, Part>>, names: readonly string[]): readonly string[] {
  const files = new Map<string, string>();
  const take = (name: string) => {
    const part = manifest[name];
    if (part === undefined || files.has(name)) return;
    files.set(name, part.file);
    part.imports?.forEach(take);
  };
  names.forEach(take);
  return [...new Set(files.values())];
}
