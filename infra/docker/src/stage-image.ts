import { cp, mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listInstalled } from './list-installed.ts';

/** What a process of the image runs is `apps/NAME/bundle/main.js`. */
const processes = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker', 'migrate', 'cli'] as const;

/** What `rolldown.config.ts` leaves outside of the bundles. */
const unbundled = ['piscina', '@bull-board/ui', 'swagger-ui-dist', 'msgpackr-extract'];

/** Those that a program reads which looks at another, sources, and documents: half of the size. */
const unused = /\.(?:map|[cm]?ts|md|markdown)$/u;

/** What packages bring for who works on them, and what is listed where it is needed. */
const unusedFolders: ReadonlySet<string> = new Set(['benchmark', 'docs', 'node_modules', 'test', 'test-jest']);

/**
 * Puts into a folder what the image runs, and nothing else: the processes and the page as they were built, and the packages that are
 * outside of the bundles.
 * @param root the project, built
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
