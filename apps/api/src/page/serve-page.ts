import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import express, { Router } from 'express';

/** The built web page: hashed assets may be kept for ever, the page itself not; any other address is the page's own. */
export function servePage(pageDir: string): Router {
  const router = Router();
  const page = join(pageDir, 'index.html');
  router.use('/assets', express.static(join(pageDir, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.get(/^\/(?!v1(?:\/|$)|webhooks\/|assets\/).*/u, (_request, response) => {
    if (!existsSync(page)) throw new AppError('misconfigured', 'The web page is not built: run `npm run build`.');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  return router;
}
