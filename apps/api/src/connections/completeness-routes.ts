import { AppError, type CompletenessAnswer, dayInMs, Instant, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { findConnection } from './find-connection.ts';

const Period = z
  .object({ since: Instant.optional(), until: Instant.optional() })
  .transform(({ since, until = new Date().toISOString() }) => ({
    since: since ?? new Date(Date.parse(until) - 30 * dayInMs).toISOString(),
    until,
  }));

/** What providers say exists, against what is stored. */
export function createCompletenessRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/:id/completeness', async (request, response) => {
    const { id } = await findConnection(deps, request.params.id);
    const { since, until } = parseInput(Period, request.query, 'the period');
    const [days, gaps, uncompared] = await Promise.all([
      store.completeness.list(id, { since, until }),
      store.completeness.gaps(id),
      store.audits.listUncompared(id),
    ]);
    const sum = (pick: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + pick(day), 0);
    const answer: CompletenessAnswer = {
      since,
      until,
      existing: sum(({ existing }) => existing),
      stored: sum(({ stored }) => stored),
      gaps,
      days,
      uncompared,
    };
    response.json(answer);
  });

  /** Compares now, without waiting for its turn. */
  router.post('/:id/completeness', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    if (connection.provider === 'archive') {
      throw new AppError('conflict', 'An archive is what was imported: there is nothing to compare it with.');
    }
    const streams = await store.connections.listStreams(connection.id);
    const done = streams.filter(({ state }) => state === 'done');
    await enqueueOrLeave(
      'audit-stream',
      done.map(({ stream }) => ({ connectionId: connection.id, stream })),
    );
    response.status(202).json({ streams: done.length });
  });

  return router;
}
