import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** File extensions of the compressed files that the build writes beside each file, smallest first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves the compressed file of the build if there is one and the browser accepts its encoding. The next handler then sends
 * that file, with its own length and entity tag.
 * @param root folder of the files
 */
export function serveCompressed(root: string): RequestHandler {
  return (request, response, next) => {
    const { path } = request;
    const type = /^\/[\w.-]+(\.\w+)$/u.exec(path)?.[1];
    if (type === undefined) return next();
    const there = encodings.filter(([, ending]) => existsSync(join(root, `${path}${ending}`)));
    if (there.length > 0) response.vary('Accept-Encoding');
    const [encoding, ending] = there.find(([name]) => request.acceptsEncodings(name)) ?? [];
    if (encoding !== undefined) {
      response.type(type).setHeader('Content-Encoding', encoding);
      request.url = request.url.replace(path, `${path}${ending}`);
    }
    next();
  };
}
