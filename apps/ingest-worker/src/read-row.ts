import { type Observed, readRecord, scrubObserved } from '@refrain/connectors';
import { type Connection, type ConnectionScope, type RawRecord, toAppError } from '@refrain/domain';
import type { InboxRow, SettledRecord } from '@refrain/store';

type Reading = Omit<SettledRecord, 'inboxId'>;

/** What a row says of what is in scope, without secrets. */
export function readRow(row: InboxRow, scope: ConnectionScope): SettledRecord {
  return { inboxId: row.id, ...readRecordIn({ provider: row.provider, scope }, row) };
}

/**
 * What a record says of what is in scope, without secrets. A payload that cannot be read is an outcome like any other, so
 * that it never holds up its neighbours.
 */
export function readRecordIn(
  { provider, scope }: Pick<Connection, 'provider' | 'scope'>,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
): Reading {
  try {
    const observed: Observed = scrubObserved(readRecord(provider, { type, payload }, scope));
    return { problem: null, ...observed };
  } catch (thrown) {
    return unreadable(toAppError(thrown).message);
  }
}

export function irrelevantRow({ id }: InboxRow): SettledRecord {
  return { inboxId: id, outcome: 'irrelevant', problem: null, failures: [], changes: [] };
}

/** Longest problem that is kept, in characters. */
const problemLength = 1_000;

export function unreadable(problem: string): Reading {
  return { outcome: 'unreadable', problem: problem.slice(0, problemLength), failures: [], changes: [] };
}
