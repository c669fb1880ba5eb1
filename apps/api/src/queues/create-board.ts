import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { OpenProducer } from '@refrain/jobs';
import type { Express } from 'express';

/** The bundled board would look for its page and scripts beside its own file. */
const uiBasePath = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/**
 * Creates a page that shows, retries and removes jobs.
 * @param address path of the page, without a trailing slash
 */
export function createBoard({ queues }: Pick<OpenProducer, 'queues'>, address: string): Express {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(address);
  createBullBoard({
    queues: [...queues.values()].map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: {
      uiBasePath,
      uiConfig: { boardTitle: 'Refrain', hideDocsLink: true, miscLinks: [{ text: 'Refrain', url: '/' }] },
    },
  });
  const board: Templated = adapter.getRouter();
  keepToThisServer(board);
  // The app sets its own headers.
  return board.disable('x-powered-by');
}

type Render = (file: string, values: object, done: (error: unknown, page?: string) => void) => void;
type Templated = Express & { readonly engines: Readonly<Record<string, Render>> };

/** Removes the link to fonts of Google, which our content security policy forbids. */
function keepToThisServer(board: Templated): void {
  const render = board.engines['.ejs'];
  if (render === undefined) throw new Error('bull-board has no template any more');
  board.engine('.ejs', (file, values, done) =>
    render(file, values, (error, page) => done(error, page?.replaceAll(/<link href="https:[^>]*>/gu, ''))),
  );
}
