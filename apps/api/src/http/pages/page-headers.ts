import type { RequestHandler, Response } from 'express';

const closed = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/** A page may load nothing, send nothing and be shown in no frame, but for what it is allowed here. */
export function restrictPage(response: Response, allowed = "form-action 'none'"): void {
  response.setHeader('content-security-policy', `${closed}; ${allowed}`);
}

/** For every page of the way: its address is a secret for an hour. */
export const keepPagesPrivate: RequestHandler = (_request, response, next) => {
  restrictPage(response);
  response.setHeader('cache-control', 'no-store');
  next();
};
