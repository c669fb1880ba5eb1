import type { Page, PullRequest } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { StreamRow } from '@refrain/store';
import type { IngestDeps } from './deps.ts';
import { enqueueNormalise } from './enqueue-normalise.ts';
import { formatPosition, parsePosition, type StreamPosition } from './stream-position.ts';
import { withSource } from './with-source.ts';

/**
 * Takes in one page of a stream and asks for the next. An error that does not pass by itself ends the stream with its
 * reason; the others are for the queue, which tries again.
 */
export function createPullStream(deps: IngestDeps): Handler<'pull-stream'> {
  const { store, producer, now } = deps;

  async function pull(
    connection: Connection,
    row: StreamRow,
    { cursor, isSync, validator }: StreamPosition,
    signal: AbortSignal,
  ): Promise<Page> {
    const request: PullRequest = {
      stream: row.stream,
      cursor,
      since: row.since,
      validator: cursor === null ? validator : null,
      ...(isSync ? { findKnown: (keys: readonly string[]) => store.inbox.findKnownKeys(connection.id, keys) } : {}),
    };
    try {
      return await withSource(deps, connection, row.stream, (source) => source.pull(request, signal));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!error.retryable) await store.connections.failStream(connection.id, row.stream, error.message, row);
      throw thrown;
    }
  }

  return async ({ connectionId, stream }, signal) => {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    if (connection === null || row === null || row.state === 'done' || row.state === 'failed') return;
    const begun = { startedAt: new Date(now()).toISOString(), cursor: null, isSync: false, validator: null };
    const position = parsePosition(row.cursor) ?? begun;
    const page = await pull(connection, row, position, signal);
    const done = page.next === null;
    const validator = page.validator === undefined ? position.validator : page.validator;
    const next = formatPosition({ ...position, cursor: page.next, validator });
    const { newIds, moved } = await store.inbox.storePage(connectionId, {
      records: page.records,
      source: 'pull',
      stream: { stream, from: row, next, done, expected: page.expected },
    });
    await enqueueNormalise(
      producer,
      newIds.map((id) => ({ id, connectionId })),
    );
    // Where it did not move it was started anew meanwhile, and that pass is still to be made.
    if (!done || !moved) await producer.enqueue('pull-stream', { connectionId, stream });
  };
}
