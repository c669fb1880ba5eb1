import { type AppError, toAppError } from '@refrain/domain';
import type { ErrorRequestHandler } from 'express';
import { convertExpressError, httpStatusByCode } from '../responses/problem.ts';
import { escapeHtml, renderPage } from './render-page.ts';

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
    if (httpStatusByCode[error.code] >= 500) onError(error);
    const problem =
      error.code === 'internal' ? 'An internal error occurred. The log of Refrain has the cause.' : error.message;
    const body = [`<p>${escapeHtml(problem)}</p>`, onward].join('\n');
    response.status(httpStatusByCode[error.code]).type('html').send(renderPage(title, body));
  };
}
