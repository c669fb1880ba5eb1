import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** The encodings of compressed files that the build creates, smallest first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Rewrites the request to the compressed file if it exists in the folder `root` and the browser accepts its encoding. */
export function serveCompressed(root: string): RequestHandler {
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
