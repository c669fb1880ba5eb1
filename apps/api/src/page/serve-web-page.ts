import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import express, { type RequestHandler, Router } from 'express';

const page = 'index.html';

/** The encodings of compressed files that the build creates, smallest first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Serves the built web page: immutable assets, and for all other paths `index.html`, which is not cached. */
export function serveWebPage(pageDir: string): Router {
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

/** Rewrites the request to the compressed file if it exists in the folder `root` and the browser accepts its encoding. */
function serveCompressed(root: string): RequestHandler {
  return (request, response, next) => {
    const { path } = request;
    const type = /^\/[\w.-]+(\.\w+)$/u.exec(path)?.[1];
    if (type === undefined) return next();
    const existing = encodings.filter(([, ending]) => existsSync(join(root, `${path}${ending}`)));
    if (existing.length > 0) response.vary('Accept-Encoding');
    const [encoding, ending] = existing.find(([name]) => request.acceptsEncodings(name)) ?? [];
    if (encoding !== undefined) {
      response.type(type).setHeader('Content-Encoding', encoding);
      request.url = request.url.replace(path, `${path}${ending}`);
    }
    next();
  };
}
