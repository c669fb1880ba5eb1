import { isDeepStrictEqual } from 'node:util';
import { type Instant, secondInMs } from '@refrain/domain';
import type { ActiveStream, Store } from '@refrain/store';

/** Inbox rows that are younger than this are probably still in the queue. */
const unprocessedAfterMs = 10 * secondInMs;
/** Maximum of inbox rows that one run enqueues. The next run enqueues the rest. */
const maxRows = 5_000;

/** The state of the database during one run. Each value is read on first use and kept until the end of the run. */
export interface ReconcilerDatabaseState {
  movingStreams(): Promise<readonly ActiveStream[]>;
  unprocessedRows(): Promise<readonly { readonly id: string; readonly connectionId: string }[]>;
  inputVersion(): Promise<string>;
  /** Returns the input version of the last clustering; null before the first one. */
  clusteredVersion(): Promise<string | null>;
  reports(): Promise<ReportBacklog>;
}

/** The ids of all patterns, and the ids of the patterns whose current version has no report. */
export interface ReportBacklog {
  readonly all: readonly string[];
  readonly unreported: readonly string[];
  /** Whether the same patterns had no report in the last run. */
  readonly isUnchanged: boolean;
}

export function createDatabaseStateFactory(store: Store, now: () => number): () => ReconcilerDatabaseState {
  let lastUnreported = '';

  async function readReports(): Promise<ReportBacklog> {
    const listed = await store.reports.listReportedPatterns();
    const reported = new Map(listed.map(({ patternId, pattern }) => [patternId, pattern]));
    const patterns = await store.patterns.listAll();
    const unreported = patterns
      .filter((pattern) => !isDeepStrictEqual(reported.get(pattern.id), pattern))
      .map(({ id }) => id);
    const isUnchanged = unreported.join() === lastUnreported;
    lastUnreported = unreported.join();
    return { all: patterns.map(({ id }) => id), unreported, isUnchanged };
  }

  const before = (ms: number): Instant => new Date(now() - ms).toISOString();
  return () => ({
    movingStreams: once(() => store.connections.listActiveStreams()),
    unprocessedRows: once(() => store.inbox.listUnprocessed(maxRows, before(unprocessedAfterMs))),
    inputVersion: once(() => store.patterns.readInputVersion()),
    clusteredVersion: once(() => store.patterns.findClusteredVersion()),
    reports: once(readReports),
  });
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
