import { cp, mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listInstalled } from './list-installed.ts';

/** The processes of the image; each runs `apps/NAME/bundle/main.js`. */
const processes = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker', 'migrate', 'cli'] as const;

/** Packages that `rolldown.config.ts` does not bundle. */
const unbundled = ['piscina', '@bull-board/ui', 'swagger-ui-dist', 'msgpackr-extract'];

/** Source maps, sources and documents of packages, which make up half of their size. No process reads them. */
const unused = /\.(?:map|[cm]?ts|md|markdown)$/u;

/** Folders of packages that are only for their developers. `node_modules` is here because nested packages are copied on their own. */
const unusedFolders: ReadonlySet<string> = new Set(['benchmark', 'docs', 'node_modules', 'test', 'test-jest']);

/**
 * Copies exactly what the image runs into a folder: the built processes and page, and the packages that are not bundled.
 * @param root the built project
 */
export async function stageImage(root: string, target: string): Promise<void> {
  const paths = [
    ...processes.flatMap((name) => [`apps/${name}/package.json`, `apps/${name}/bundle`]),
    'apps/web/dist/page',
    'infra/docker/entrypoint.sh',
    'LICENSE',
    ...(await listInstalled(root, unbundled)),
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
