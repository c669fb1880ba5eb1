import { AppError, toAppError } from '@refrain/domain';
import type { OpenProducer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from 'express';
import { accessOf, authorise } from '../http/authentication/access.ts';
import { isSafeMethod } from '../http/authentication/is-safe-method.ts';
import type { Limits } from '../http/limits/create-limits.ts';
import { allowOwnBase } from '../http/pages/security-headers.ts';

export interface ServeQueuesDeps {
  readonly store: Pick<Store, 'access'>;
  readonly producer: Pick<OpenProducer, 'ping' | 'queues'>;
}

const address = '/queues';

/** Serves `/queues`, the page of the queues for operators. */
export function serveQueues(
  { producer, store }: ServeQueuesDeps,
  authenticate: RequestHandler,
  limits: Limits,
): Router {
  let board: Promise<Express> | undefined;
  const show: RequestHandler = async (request, response, next) => {
    refuseOther(request);
    // The board itself waits for Redis without a limit.
    await producer.ping();
    // The audit records the request only: the board does not tell its outcome.
    if (!isSafeMethod(request)) {
      const by = accessOf(response).decider;
      const called = { method: request.method, path: request.path };
      await store.access.recordDecision({ by, operation: 'changeQueues', subject: {} }, called);
    }
    // Loads the board on first use: it would take most of a second of the start.
    board ??= import('./create-board.ts').then(({ createBoard }) => createBoard(producer, address));
    (await board)(request, response, next);
  };
  const router = Router();
  const requireAdmin = [authenticate, limits.refused, limits.perUser, authorise('admin', 'system'), redirectToSignIn];
  router.use(address, ...requireAdmin, allowOwnBase, show);
  return router;
}

/** Permitted writes. The board could also add and edit jobs, and delete queues. */
const allowedWrites =
  /^\/api\/queues\/[^/]+\/(?:pause|resume|promote|(?:retry|clean)\/[^/]+|[^/]+\/(?:retry|clean|promote))$/u;

/**
 * Allows reads, retries and removals of jobs, and pausing of queues.
 * @throws {AppError} `forbidden`
 */
function refuseOther(request: Request): void {
  if (isSafeMethod(request) || (request.method === 'PUT' && allowedWrites.test(request.path))) return;
  throw new AppError(
    'forbidden',
    'Here jobs can be viewed, retried and removed, and queues paused and resumed. Nothing else is permitted.',
  );
}

/** Redirects browsers to the sign-in page; programs get the error. */
const redirectToSignIn: ErrorRequestHandler = (error, request, response, next) => {
  const wantsPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (wantsPage && toAppError(error).code === 'unauthenticated') response.redirect('/');
  else next(error);
};
