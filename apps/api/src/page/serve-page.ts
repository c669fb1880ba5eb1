import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import express, { Router } from 'express';
import { serveCompressed } from './serve-compressed.ts';

const page = 'index.html';

/** Serves the built web page: immutable assets, and for all other paths `index.html`, which is not cached. */
export function servePage(pageDir: string): Router {
  const router = Router();
  const assets = join(pageDir, 'assets');
  router.use(
    '/assets',
    serveCompressed(assets),
    express.static(assets, { immutable: true, maxAge: '1y', index: false }),
  );
  router.get(/^\/(?!(?:v1|queues)(?:\/|$)|webhooks\/|assets\/).*/u, (_request, response) => {
    if (!existsSync(join(pageDir, page)))
      throw new AppError('misconfigured', 'The web page is not built. Run `npm run build`.');
    response.setHeader('Cache-Control', 'no-cache');
    // Without `root`, Express would reject the file if the name of a parent folder begins with a dot.
    response.sendFile(page, { root: pageDir });
  });
  return router;
}
