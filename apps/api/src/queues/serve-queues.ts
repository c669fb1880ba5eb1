import { toAppError } from '@refrain/domain';
import { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express';
import { authorise } from '../access/access-of.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { OpenLimits } from '../limits/open-limits.ts';

const address = '/queues';

/** `/queues`: what is queued, for who looks after the installation. */
export function serveQueues(
  { producer }: Pick<ApiDeps, 'producer'>,
  authenticate: RequestHandler,
  limits: OpenLimits,
): Router {
  let board: Promise<Express> | undefined;
  const show: RequestHandler = async (request, response, next) => {
    // The board itself would wait for Redis without an end.
    await producer.ping();
    // At its first use: to load it takes most of a second of the start, and few ever open it.
    board ??= import('./create-board.ts').then(({ createBoard }) => createBoard(producer, address));
    (await board)(request, response, next);
  };
  const router = Router();
  router.use(address, authenticate, limits.refused, limits.perCaller, authorise('admin', 'system'), leadToSignIn, show);
  return router;
}

/** Whoever follows a link to it is shown the way in; a program is told. */
const leadToSignIn: ErrorRequestHandler = (error, request, response, next) => {
  const wantsPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (wantsPage && toAppError(error).code === 'unauthenticated') response.redirect('/');
  else next(error);
};
