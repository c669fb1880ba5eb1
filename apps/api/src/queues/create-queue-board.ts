import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { ProducerWithQueues } from '@refrain/jobs';
import type { Express } from 'express';

/** The folder of the queue board's files. By default, a bundled queue board looks for its files beside the bundle. */
const uiBasePath = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/**
 * Creates the queue board, which shows, retries and removes jobs.
 * @param path the path of the board without a trailing slash
 */
export function createQueueBoard({ queues }: Pick<ProducerWithQueues, 'queues'>, path: string): Express {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(path);
  createBullBoard({
    queues: [...queues.values()].map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: {
      uiBasePath,
      uiConfig: { boardTitle: 'Jobs', hideDocsLink: true },
    },
  });
  const board: Templated = adapter.getRouter();
  removeFontLinks(board);
  // Removes the header that names Express, as the app does for all other responses.
  return board.disable('x-powered-by');
}

type Render = (file: string, values: object, done: (error: unknown, page?: string) => void) => void;
type Templated = Express & { readonly engines: Readonly<Record<string, Render>> };

/** Removes the link to Google's fonts, which the content security policy forbids. */
function removeFontLinks(board: Templated): void {
  const render = board.engines['.ejs'];
  if (render === undefined)
    throw new Error(
      'bull-board no longer has an EJS template. Adapt removeFontLinks to the installed version of bull-board.',
    );
  board.engine('.ejs', (file, values, done) =>
    render(file, values, (error, page) => done(error, page?.replaceAll(/<link href="https:[^>]*>/gu, ''))),
  );
}
