import { toAppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import { enqueueNormalise } from './enqueue-normalise.ts';
import { formatPosition, parsePosition } from './stream-position.ts';
import { withSource } from './with-source.ts';

/**
 * Takes in one page of a stream and asks for the next. An error that does not pass by itself ends the stream with its
 * reason; the others are for the queue, which tries again.
 */
export function createPullStream(deps: IngestDeps): Handler<'pull-stream'> {
  const { store, producer, now } = deps;
  return async ({ connectionId, stream }, signal) => {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    if (connection === null || row === null || row.state === 'done' || row.state === 'failed') return;
    const position = parsePosition(row.cursor) ?? { startedAt: new Date(now()).toISOString(), cursor: null };
    let page: Awaited<ReturnType<typeof pull>>;
    try {
      page = await pull();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!error.retryable) await store.connections.failStream(connectionId, stream, error.message);
      throw thrown;
    }
    const done = page.next === null;
    const next = formatPosition({ startedAt: position.startedAt, cursor: page.next });
    const { newIds } = await store.inbox.storePage(connectionId, {
      records: page.records,
      source: 'pull',
      stream: { stream, next, done, expected: page.expected },
    });
    await enqueueNormalise(
      producer,
      newIds.map((id) => ({ id, connectionId })),
    );
    if (!done) await producer.enqueue('pull-stream', { connectionId, stream });

    function pull() {
      const request = { stream, cursor: position.cursor, since: row?.since ?? null };
      return withSource(deps, connection as NonNullable<typeof connection>, stream, (source) =>
        source.pull(request, signal),
      );
    }
  };
}
