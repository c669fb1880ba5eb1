import { type AppError, toAppError } from '@refrain/domain';
import type { ErrorRequestHandler } from 'express';
import { statusOf } from '../problem.ts';
import { renderProblemPage } from './pages.ts';

/** Problems as pages: a person's browser is here, and no program. */
export function createProblemPages(onError: (error: AppError) => void): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const error = toAppError(thrown);
    if (statusOf[error.code] >= 500) onError(error);
    const problem = error.code === 'internal' ? 'Something went wrong in Refrain; its log says what.' : error.message;
    response.status(statusOf[error.code]).type('html').send(renderProblemPage(problem));
  };
}
