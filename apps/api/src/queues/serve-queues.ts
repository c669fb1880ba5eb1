import { AppError, toAppError } from '@refrain/domain';
import type { OpenProducer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from 'express';
import { accessOf, authorise } from '../http/authentication/access.ts';
import { isSafeMethod } from '../http/authentication/is-safe-method.ts';
import type { Limits } from '../http/limits/create-limits.ts';
import { allowOwnBase } from '../http/pages/security-headers.ts';

export interface ServeQueuesDeps {
  readonly store: Pick<Store, 'decisions'>;
  readonly producer: Pick<OpenProducer, 'ping' | 'queues'>;
}

const address = '/queues';

/** `/queues`: what is queued, for who looks after the installation. */
export function serveQueues(
  { producer, store }: ServeQueuesDeps,
  authenticate: RequestHandler,
  limits: Limits,
): Router {
  let board: Promise<Express> | undefined;
  const show: RequestHandler = async (request, response, next) => {
    refuseOther(request);
    // The board itself would wait for Redis without an end.
    await producer.ping();
    // What is done there is a decision too; what became of it the board alone knows.
    if (!isSafeMethod(request)) {
      const by = accessOf(response).decider;
      const asked = { method: request.method, path: request.path };
      await store.decisions.record({ by, operation: 'changeQueues', subject: {} }, asked);
    }
    // At its first use: to load it takes most of a second of the start, and few ever open it.
    board ??= import('./create-board.ts').then(({ createBoard }) => createBoard(producer, address));
    (await board)(request, response, next);
  };
  const router = Router();
  const mayLook = [authenticate, limits.refused, limits.perUser, authorise('admin', 'system'), leadToSignIn];
  router.use(address, ...mayLook, allowOwnBase, show);
  return router;
}

/** A queue, all its jobs in one state, or one job. The board could also add jobs, change what they carry, and do away with a queue. */
const taken = /^\/api\/queues\/[^/]+\/(?:pause|resume|promote|(?:retry|clean)\/[^/]+|[^/]+\/(?:retry|clean|promote))$/u;

/** @throws {AppError} `forbidden` for what is no look, has no job tried again or removed, and holds no queue up or lets it go on */
function refuseOther(request: Request): void {
  if (isSafeMethod(request) || (request.method === 'PUT' && taken.test(request.path))) return;
  throw new AppError(
    'forbidden',
    'Jobs are looked at here, tried again and removed, and a queue is paused or resumed: nothing else can be done to it.',
  );
}

/** Whoever follows a link to it is shown the way in; a program is told. */
const leadToSignIn: ErrorRequestHandler = (error, request, response, next) => {
  const wantsPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (wantsPage && toAppError(error).code === 'unauthenticated') response.redirect('/');
  else next(error);
};
