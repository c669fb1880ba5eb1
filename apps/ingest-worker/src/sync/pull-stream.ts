import type { Page, PageRequest } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { StoredPage, StreamRow } from '@refrain/store';
import { withSource } from '../source/with-source.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { listTouched } from './list-stale.ts';
import { createTakePage } from './store-page.ts';
import { formatPosition, parsePosition, type StreamPosition } from './stream-position.ts';
import { createTurns, type Turn, type Turns } from './time-slices.ts';

/** Where a stream stands, and what to ask for there. */
interface Place {
  readonly row: StreamRow;
  readonly position: StreamPosition;
  /** External ids of what a sync reads again. */
  readonly touched: readonly string[];
}

/**
 * Takes in a stream page by page until its turn is over, asking for the next page while one is stored, and then asks for
 * another turn. The first page of a stream is a turn of its own: what is newest comes first, of every stream. An error that
 * does not pass by itself ends the stream with its reason; the others are for the queue, which tries again.
 */
export function createPullStream(deps: IngestDeps, turns: Turns = createTurns(1, deps.now)): Handler<'pull-stream'> {
  const { store, producer, now } = deps;
  const takePage = createTakePage(deps);

  function ask(connection: Connection, { row, position, touched }: Place, signal: AbortSignal): Promise<Page> {
    const { cursor, isSync, validator } = position;
    const request: PageRequest = {
      stream: row.stream,
      cursor,
      since: row.since,
      validator: cursor === null ? validator : null,
      ...(isSync
        ? {
            findKnown: (keys: readonly string[]) => store.inbox.findKnownKeys(connection.id, keys),
            touched,
          }
        : {}),
    };
    const page = withSource(deps, connection, row.stream, (source) => source.pull(request, signal));
    // A page that is asked for ahead may fail before anyone waits for it.
    page.catch(() => {});
    return page;
  }

  async function failIfForGood(row: StreamRow, thrown: unknown): Promise<never> {
    const error = toAppError(thrown);
    // What this process lacks another one has: the stream goes on there.
    const isOurs = error.code === 'misconfigured';
    if (!error.retryable && !isOurs)
      await store.connections.failStream(row.connectionId, row.stream, error.message, row);
    throw thrown;
  }

  async function find(connectionId: string, stream: string): Promise<(Place & { connection: Connection }) | null> {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    if (connection === null || row === null || row.state === 'done' || row.state === 'failed') return null;
    const begun = { startedAt: new Date(now()).toISOString(), cursor: null, isSync: false, validator: null };
    const position = parsePosition(row.cursor) ?? begun;
    const beginsSync = position.isSync && position.cursor === null;
    return { connection, row, position, touched: beginsSync ? await listTouched(store, connection, stream) : [] };
  }

  /**
   * A repository is looked at for reverts when its newest changes are here and when all of a stream is: to do so after each
   * page would go over the same history again and again. The reconciler does it in between.
   */
  async function follow(connection: Connection, stored: readonly StoredPage[], isWorthALook: boolean): Promise<void> {
    const repositories = new Set(stored.flatMap(({ settlement }) => settlement.repositories));
    if (isWorthALook) {
      await producer.enqueueMany(
        'detect-failures',
        [...repositories].map((repository) => ({ connectionId: connection.id, repository })),
      );
    }
    const renamed = await store.people.goOver();
    const changed = stored.some(({ settlement }) => settlement.failuresChanged + settlement.changesChanged > 0);
    if (changed || renamed > 0) await producer.enqueue('recluster-when-due', {});
  }

  /** @returns whether the stream is drained */
  async function takePages(
    connection: Connection,
    found: Place,
    { turn, stored }: { readonly turn: Turn; readonly stored: StoredPage[] },
    signal: AbortSignal,
  ): Promise<boolean> {
    let place = found;
    let asked = ask(connection, place, signal);
    for (;;) {
      const { row } = place;
      const page = await asked.catch((thrown) => failIfForGood(row, thrown));
      const next = nextOf(place, page);
      const done = page.next === null;
      const goesOn = !done && !turn.isOver() && !signal.aborted;
      if (goesOn) asked = ask(connection, next, signal);
      const move = { stream: row.stream, from: row, next: next.row.cursor, done, expected: page.expected };
      const taken = await takePage(connection, { records: page.records, source: 'pull', stream: move });
      stored.push(taken);
      // Where it did not move it was started anew meanwhile, and that pass is still to be made.
      if (!goesOn || !taken.moved) return done && taken.moved;
      place = next;
    }
  }

  return async ({ connectionId, stream }, signal) => {
    const found = await find(connectionId, stream);
    if (found === null) return;
    const { connection, position } = found;
    const isFirst = position.cursor === null && !position.isSync;
    const turn = turns.begin(connectionId, isFirst);
    const stored: StoredPage[] = [];
    let done = false;
    try {
      done = await takePages(connection, found, { turn, stored }, signal);
    } finally {
      turn.end();
      await follow(connection, stored, isFirst || done);
    }
    if (!done) await producer.enqueue('pull-stream', { connectionId, stream });
  };
}

function nextOf({ row, position }: Place, page: Page): Place {
  const validator = page.validator === undefined ? position.validator : page.validator;
  const next = { ...position, cursor: page.next, validator };
  return { row: { ...row, cursor: formatPosition(next) }, position: next, touched: [] };
}
