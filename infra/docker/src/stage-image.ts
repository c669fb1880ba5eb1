import { cp, mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listInstalledPackages } from './list-installed-packages.ts';

/** The processes of the image, each of which runs `apps/<name>/bundle/main.js`. */
const processes = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker', 'migrate', 'cli'] as const;

/** Packages that `rolldown.config.ts` does not bundle. */
const unbundled = ['piscina', '@bull-board/ui', 'swagger-ui-dist', 'msgpackr-extract'];

/** Source maps, sources and documents take up half of the packages' size, and no process reads them. */
const unused = /\.(?:map|[cm]?ts|md|markdown)$/u;

/** Package folders that only developers need. `node_modules` is listed because nested packages are copied separately. */
const unusedFolders: ReadonlySet<string> = new Set(['benchmark', 'docs', 'node_modules', 'test', 'test-jest']);

/** Copies exactly the files that the image needs: the built processes, the web app, and the packages that are not bundled. */
export async function stageImage(root: string, target: string): Promise<void> {
  const paths = [
    ...processes.flatMap((name) => [`apps/${name}/package.json`, `apps/${name}/bundle`]),
    'apps/web/dist/page',
    'infra/docker/entrypoint.sh',
    'LICENSE',
    ...(await listInstalledPackages(root, unbundled)),
  ];
  for (const path of paths) {
    const source = join(root, path);
    await mkdir(join(target, path, '..'), { recursive: true });
    await cp(source, join(target, path), {
      recursive: true,
      filter: (from) =>
        !unused.test(from) &&
        !relative(source, from)
          .split('/')
          .some((part) => unusedFolders.has(part)),
    });
  }
}
