import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '@refrain/local';

/** A chunk in Vite's manifest, with its imported chunks (https://vite.dev/guide/backend-integration). */
interface Part {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const pageFolder = join(projectFolder, 'apps/web/dist/page');
/** Returns the gzipped size, in kB of 1000 bytes, of the scripts that load before the overview is visible. */
export async function readInitialScriptKilobytes(): Promise<number> {
  const text = await readFile(join(pageFolder, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Readonly<Record<string, Part>>;
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  if (entry.length === 0)
    throw new Error('The Vite manifest has no entry script. Build the web page first: npm run build');
  return sumGzipSizes(listNeeded(manifest, entry));
}

/** Sums the gzipped sizes of scripts, in kB of 1000 bytes. Paths are URL paths such as `/assets/index.js`. */
export function sumGzipSizes(paths: readonly string[]): Promise<number> {
  return Promise.all(paths.map(async (path) => gzipSync(await readFile(join(pageFolder, path))).length)).then(
    (sizes) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10,
  );
}

/** Lists the files of the chunks and of all chunks that they import, each file once. */
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
