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
const overview = 'src/overview/overview-page.tsx';

export interface PageSize {
  /** The script that the page names, with what it imports. */
  readonly entryKb: number;
  /** That, and what the overview needs to be shown: all that is fetched before there is an answer. */
  readonly initialKb: number;
}

/** How large the scripts of the page are that was built, as gzip makes them, in kB of 1000 bytes. */
export async function readPageSize(): Promise<PageSize> {
  const text = await readFile(join(pageFolder, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Readonly<Record<string, Part>>;
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  if (entry.length === 0 || manifest[overview] === undefined)
    throw new Error('The page was not built as it is read here');
  const [entryKb, initialKb] = await Promise.all([
    sumGzip(listNeeded(manifest, entry)),
    sumGzip(listNeeded(manifest, [...entry, overview])),
  ]);
  return { entryKb, initialKb };
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
