import type { RequestHandler, Response } from 'express';

const closed = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/** Sets a content security policy that blocks loading, form submission and framing, except what `allowed` permits. */
export function restrictPageContent(response: Response, allowed = "form-action 'none'"): void {
  response.setHeader('content-security-policy', `${closed}; ${allowed}`);
}

/** Prevents caching of pages with secret URLs. */
export const keepPagesPrivate: RequestHandler = (_request, response, next) => {
  restrictPageContent(response);
  response.setHeader('cache-control', 'no-store');
  next();
};
