import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** The processes of the image, each of which runs `apps/<name>/bundle/main.js`. */
const processes = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker', 'migrate', 'cli'] as const;

/** Packages that `rolldown.config.ts` does not bundle. */
const unbundled = ['piscina', '@bull-board/ui', 'swagger-ui-dist', 'msgpackr-extract', 'onnxruntime-node'];

/** Source maps, sources and documents take up half of the packages' size, and no process reads them. */
const unused = /\.(?:map|[cm]?ts|md|markdown)$/u;

/** Package folders that only developers need. `node_modules` is listed because nested packages are copied separately. */
const unusedFolders: ReadonlySet<string> = new Set(['benchmark', 'docs', 'node_modules', 'test', 'test-jest']);

/** Copies exactly the files that the image needs: the built processes, the web app, and the packages that are not bundled. */
export async function copyImageFiles(root: string, target: string): Promise<void> {
  const paths = [
    ...processes.flatMap((name) => [`apps/${name}/package.json`, `apps/${name}/bundle`]),
    'apps/web/dist/page',
    'infra/docker/entrypoint.sh',
    'models',
    'LICENSE',
    'NOTICE',
    ...(await listInstalledPackages(root, unbundled)),
  ];
  for (const path of paths) {
    const source = join(root, path);
    await mkdir(join(target, path, '..'), { recursive: true });
    await cp(source, join(target, path), {
      recursive: true,
      filter: (from) =>
        !unused.test(from) &&
        !isForOtherPlatform(from) &&
        !relative(source, from)
          .split('/')
          .some((part) => unusedFolders.has(part)),
    });
  }
}

/** Returns whether a file is a binary of onnxruntime-node for another operating system or processor architecture. */
function isForOtherPlatform(path: string): boolean {
  const [, platform, architecture] = /\/napi-v\d+\/(\w+)(?:\/(\w+))?/u.exec(path) ?? [];
  if (platform === undefined) return false;
  return platform !== process.platform || (architecture !== undefined && architecture !== process.arch);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Returns the folders of packages and their dependencies below `root`, without optional dependencies for other platforms. */
async function listInstalledPackages(root: string, names: readonly string[]): Promise<string[]> {
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
