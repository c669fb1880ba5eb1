import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import express, { Router } from 'express';
import { serveCompressed } from './serve-compressed.ts';

const page = 'index.html';

/** Serves the built web page. Hashed assets are immutable, the page itself is not cached; other addresses return the page. */
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
      throw new AppError('misconfigured', 'The web page is not built: run `npm run build`.');
    response.setHeader('Cache-Control', 'no-cache');
    // With `root`, because a hidden folder above it would otherwise make Express refuse the file.
    response.sendFile(page, { root: pageDir });
  });
  return router;
}
