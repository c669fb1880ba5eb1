import { AppError, toAppError } from '@refrain/domain';
import { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess, requireRole } from '../http/authentication/caller-access.ts';
import { isSafeHttpMethod } from '../http/authentication/origin.ts';
import type { RateLimits } from '../http/limits/create-rate-limits.ts';
import { allowQueueBoard } from '../http/pages/security-headers.ts';

const path = '/queues';

/** Serves the queue board at `/queues` for admins. */
export function serveQueueBoard(
  { producer, store }: ApiDeps,
  authenticate: RequestHandler,
  limits: RateLimits,
): Router {
  let board: Promise<Express> | undefined;
  const show: RequestHandler = async (request, response, next) => {
    refuseOther(request);
    // Throws an error if Redis is unavailable. Without this check, the board would wait for Redis forever.
    await producer.ping();
    // Audits the request without the outcome, which the board does not report.
    if (!isSafeHttpMethod(request)) {
      const by = requireAccess(response).decider;
      const called = { method: request.method, path: request.path };
      await store.access.recordDecision({ by, operation: 'changeQueues', subject: {} }, called);
    }
    // Loads the board on first use, because loading takes most of a second.
    board ??= import('./create-queue-board.ts').then(({ createQueueBoard: createBoard }) =>
      createBoard(producer, path),
    );
    (await board)(request, response, next);
  };
  const router = Router();
  const requireAdmin = [
    authenticate,
    limits.failedAuthentication,
    limits.perUser,
    requireRole('admin', 'system'),
    redirectToSignIn,
  ];
  router.use(path, ...requireAdmin, ...allowQueueBoard, show);
  return router;
}

/** The allowed writes. Other writes of the board, such as adding jobs or deleting queues, are rejected. */
const allowedWrites =
  /^\/api\/queues\/[^/]+\/(?:pause|resume|promote|(?:retry|clean)\/[^/]+|[^/]+\/(?:retry|clean|promote))$/u;

/** @throws {AppError} `forbidden` for requests other than reads and allowed writes */
function refuseOther(request: Request): void {
  if (isSafeHttpMethod(request) || (request.method === 'PUT' && allowedWrites.test(request.path))) return;
  throw new AppError('forbidden', 'The queue board can only retry and remove jobs, and pause and resume queues.');
}

/** Redirects browsers to the sign-in page; programs get the error. */
const redirectToSignIn: ErrorRequestHandler = (error, request, response, next) => {
  const wantsPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (wantsPage && toAppError(error).code === 'unauthenticated') response.redirect('/');
  else next(error);
};
