import type { Page, StreamPageRequest } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import {
  formatStreamPosition,
  parseStreamPosition,
  type StoredRecordPage,
  type StreamPosition,
  type StreamRow,
} from '@refrain/store';
import { listCatalogueJobs } from '../catalogue/list-catalogue-jobs.ts';
import { runWithSource } from '../source/run-with-source.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { listStaleIncidents } from './list-stale-incidents.ts';
import { createPageStorer } from './store-page.ts';
import { createTimeSlices, type TimeSlice, type TimeSlices } from './time-slices.ts';

interface PullState {
  readonly row: StreamRow;
  readonly position: StreamPosition;
  readonly staleIds: readonly string[];
}

/**
 * Creates the job that pulls a stream page by page until its time slice is over, then enqueues itself. The first page is a slice of
 * its own, so that the newest records of all streams come first. A permanent error fails the stream; the queue retries temporary
 * ones.
 */
export function createPullStreamHandler(
  deps: IngestDeps,
  slices: TimeSlices = createTimeSlices(1, deps.now),
): JobHandler<'pull-stream'> {
  const { store, producer, now } = deps;
  const storePage = createPageStorer(deps);

  function requestPage(connection: Connection, state: PullState, signal: AbortSignal): Promise<Page> {
    const { row, position, staleIds } = state;
    const { cursor, isSync, validator } = position;
    const request: StreamPageRequest = {
      stream: row.stream,
      cursor,
      since: row.since,
      validator: cursor === null ? validator : null,
      ...(isSync ? { findKnown: (keys) => store.inbox.findKnownKeys(connection.id, keys), staleIds } : {}),
    };
    const page = runWithSource(deps, connection, row.stream, (source) => source.pull(request, signal));
    // Prevents an unhandled rejection if a prefetched page fails before its promise is awaited.
    page.catch(() => {});
    return page;
  }

  async function failIfPermanent(row: StreamRow, thrown: unknown): Promise<never> {
    const error = toAppError(thrown);
    // A missing key is not a permanent error, because another process may have the key.
    if (!error.retryable && error.code !== 'misconfigured')
      await store.connections.failStream(row.connectionId, row.stream, error.message, row);
    throw thrown;
  }

  async function findUnfinished(connectionId: string, stream: string) {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    if (connection === null || row === null || row.state === 'done' || row.state === 'failed') return null;
    const start = { startedAt: new Date(now()).toISOString(), cursor: null, isSync: false, validator: null };
    const position = parseStreamPosition(row.cursor) ?? start;
    const startsSync = position.isSync && position.cursor === null;
    return {
      connection,
      row,
      position,
      staleIds: startsSync ? await listStaleIncidents(deps, connection, stream) : [],
    };
  }

  async function enqueueAnalysis(connection: Connection, stored: readonly StoredRecordPage[], detects: boolean) {
    const repositories = new Set(stored.flatMap(({ applied }) => applied.repositories));
    if (detects) {
      await producer.enqueueMany(
        'detect-failures',
        [...repositories].map((repository) => ({ connectionId: connection.id, repository })),
      );
    }
    const redacted = await store.retention.redactStoredTexts();
    const changed = stored.some(({ applied }) => applied.failuresChanged + applied.changesChanged > 0);
    if (changed || redacted > 0) await producer.enqueue('recluster-when-due', {});
  }

  async function pullPages(
    connection: Connection,
    first: PullState,
    { slice, stored }: { readonly slice: TimeSlice; readonly stored: StoredRecordPage[] },
    signal: AbortSignal,
  ): Promise<boolean> {
    let state = first;
    let requested = requestPage(connection, state, signal);
    for (;;) {
      const { row } = state;
      const page = await requested.catch((thrown) => failIfPermanent(row, thrown));
      const next = nextOf(state, page);
      const done = page.next === null;
      const continues = !done && !slice.isOver() && !signal.aborted;
      if (continues) requested = requestPage(connection, next, signal);
      const move = { stream: row.stream, from: row, next: next.row.cursor, done, expected: page.expected };
      const result = await storePage(connection, { records: page.records, source: 'pull', stream: move });
      stored.push(result);
      // If the cursor did not move, the stream was restarted in the meantime, and the pages of its new pass must still be pulled.
      if (!continues || !result.moved) return done && result.moved;
      state = next;
    }
  }

  return async ({ connectionId, stream }, signal) => {
    const found = await findUnfinished(connectionId, stream);
    if (found === null) return;
    const { connection, position } = found;
    const isFirst = position.cursor === null && !position.isSync;
    const slice = slices.begin(connectionId, isFirst);
    const stored: StoredRecordPage[] = [];
    let done = false;
    try {
      done = await pullPages(connection, found, { slice, stored }, signal);
    } finally {
      slice.end();
      // In the middle of a stream, enqueues no detection (which reads a whole repository), but leaves that to the reconciler.
      await enqueueAnalysis(connection, stored, isFirst || done);
    }
    if (!done) await producer.enqueue('pull-stream', { connectionId, stream });
    // A new repository shows its owners as soon as its history is stored. Later, the connection check reads the files again.
    else if (!position.isSync)
      await producer.enqueueMany('read-catalogue', listCatalogueJobs([{ connectionId, stream }]));
  };
}

function nextOf({ row, position }: PullState, page: Page): PullState {
  const validator = page.validator === undefined ? position.validator : page.validator;
  const next = { ...position, cursor: page.next, validator };
  return { row: { ...row, cursor: formatStreamPosition(next) }, position: next, staleIds: [] };
}
