import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { OpenProducer } from '@refrain/jobs';
import type { Express } from 'express';

/** Its page and scripts, which lie where they were installed: the board itself would look for them beside its own file. */
const uiBasePath = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/** A page on which jobs are seen, tried again and removed. @param address where it is, without a slash at its end */
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
  // The one of this app says more than ours does.
  return board.disable('x-powered-by');
}

type Render = (file: string, values: object, done: (error: unknown, page?: string) => void) => void;
type Templated = Express & { readonly engines: Readonly<Record<string, Render>> };

/** Its page would have its fonts from Google, which our policy refuses: it takes those of the machine then. */
function keepToThisServer(board: Templated): void {
  const render = board.engines['.ejs'];
  if (render === undefined) throw new Error('bull-board has no template any more');
  board.engine('.ejs', (file, values, done) =>
    render(file, values, (error, page) => done(error, page?.replaceAll(/<link href="https:[^>]*>/gu, ''))),
  );
}
