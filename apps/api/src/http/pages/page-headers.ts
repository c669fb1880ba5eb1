import type { RequestHandler, Response } from 'express';

const closed = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/** Forbids a page to load, send or be framed, except for what is allowed. */
export function restrictPage(response: Response, allowed = "form-action 'none'"): void {
  response.setHeader('content-security-policy', `${closed}; ${allowed}`);
}

/** Keeps pages out of caches: their addresses are secret. */
export const keepPagesPrivate: RequestHandler = (_request, response, next) => {
  restrictPage(response);
  response.setHeader('cache-control', 'no-store');
  next();
};
