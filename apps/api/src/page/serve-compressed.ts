import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** As the build leaves them beside each file, the smaller first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves a file as the build compressed it, where there is such a one beside it that the browser takes: what follows finds the
 * compressed file, so that its length and its tag are those of what is sent.
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
