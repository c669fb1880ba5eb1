import { setImmediate as nextPoll } from 'node:timers/promises';
import { readArchiveStart, redactNamesInProse, scrubParsedPayload } from '@refrain/connectors';
import type { Connection, FailureDraft, RawRecord, RecordState } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';

export type ClassifiedRecord =
  | { readonly state: Exclude<RecordState, 'existing'> }
  | { readonly state: 'existing'; readonly connections: readonly Connection[] };

/** Returns the state of each record, in the same order. */
export type RecordClassifier = (records: readonly RawRecord[]) => Promise<readonly ClassifiedRecord[]>;

/** The number of parsed records after which the event loop handles other requests. Parsing a record takes 1 ms or more. */
const recordsPerPoll = 20;

/** @param target the archive into which the records are imported; null if it does not exist yet */
export async function createRecordClassifier(
  { store, providers }: Pick<ApiDeps, 'store' | 'providers'>,
  target: Connection | null,
): Promise<RecordClassifier> {
  const targetId = target?.id ?? null;
  const connections = new Map((await store.connections.list()).map((connection) => [connection.id, connection]));

  async function classifyByTarget(records: readonly RawRecord[]): Promise<Exclude<RecordState, 'existing'>[]> {
    if (targetId === null) return records.map(() => 'new');
    const keys = await store.inbox.findKnownKeys(
      targetId,
      records.map(({ deliveryKey }) => deliveryKey),
    );
    const ids = records.map((record) => (keys.has(record.deliveryKey) ? null : readArchiveStart(record)?.externalId));
    const stored = await store.failures.findStoredExternalIds(
      targetId,
      ids.flatMap((id) => id ?? []),
    );
    return ids.map((id) => {
      if (id === null) return 'unchanged';
      return id !== undefined && stored.has(id) ? 'changed' : 'new';
    });
  }

  /** Returns the connections that have delivered the failure of each record. */
  async function findDelivering(records: readonly RawRecord[]): Promise<Map<RawRecord, Connection[]>> {
    const started = records.flatMap((record) => {
      const start = readArchiveStart(record);
      return start === null ? [] : [{ record, start }];
    });
    const hasOthers = await store.failures.hasFailuresAt(
      started.map(({ start }) => start),
      targetId,
    );
    const parsed: { record: RawRecord; failure: FailureDraft }[] = [];
    for (const [index, { record }] of started.filter((_, at) => hasOthers[at]).entries()) {
      const failure = parseFailure(record, providers);
      if (failure !== undefined) parsed.push({ record, failure });
      if (index % recordsPerPoll === 0) await nextPoll();
    }
    const ids = await store.failures.findConnectionsWithEqualFailures(
      parsed.map(({ failure }) => failure),
      targetId,
    );
    return new Map(
      parsed.map(({ record }, at) => [record, (ids[at] ?? []).flatMap((id) => connections.get(id) ?? [])]),
    );
  }

  return async (records) => {
    const states = await classifyByTarget(records);
    const delivering = await findDelivering(records.filter((_, at) => states[at] === 'new'));
    return records.map((record, at): ClassifiedRecord => {
      const others = delivering.get(record) ?? [];
      if (others.length > 0) return { state: 'existing', connections: others };
      return { state: states[at] ?? 'new' };
    });
  };
}

/** Parses a record like the worker, because stored titles have no names and secrets. */
function parseFailure(record: RawRecord, providers: ApiDeps['providers']): FailureDraft | undefined {
  try {
    const [failure] = scrubParsedPayload(providers.readRecord('archive', record)).failures;
    return failure && redactNamesInProse(failure);
  } catch {
    // The worker lists the record as unreadable.
    return undefined;
  }
}
