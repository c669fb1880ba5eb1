import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import express, { Router } from 'express';
import { serveCompressed } from './serve-compressed.ts';

const page = 'index.html';

/** The built web page: hashed assets may be kept for ever, the page itself not; any other address is the page's own. */
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
    // By its root: a folder above it that begins with a dot would be refused as a hidden one.
    response.sendFile(page, { root: pageDir });
  });
  return router;
}
