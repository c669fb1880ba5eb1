import { type AppError, toAppError } from '@refrain/domain';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { convertExpressError, describeErrorForClient, httpStatusByErrorCode } from '../responses/problem.ts';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => marks[mark] ?? mark);
}

/**
 * Renders a simple HTML page, for browsers that are not signed in yet.
 * @param body HTML
 */
export function renderHtmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}button{font:inherit;padding:.5rem 1rem}</style>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</html>
`;
}

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

/**
 * Creates an error handler that renders HTML pages.
 * @param onward HTML after the error, such as a link
 */
export function createErrorPageHandler(
  title: string,
  onError: (error: AppError) => void,
  onward = '',
): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const error = convertExpressError(thrown) ?? toAppError(thrown);
    if (httpStatusByErrorCode[error.code] >= 500) onError(error);
    const body = [`<p>${escapeHtml(describeErrorForClient(error))}</p>`, onward].join('\n');
    response.status(httpStatusByErrorCode[error.code]).type('html').send(renderHtmlPage(title, body));
  };
}
