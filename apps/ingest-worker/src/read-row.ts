import { readRecord, scrubObserved } from '@refrain/connectors';
import { type ConnectionScope, toAppError } from '@refrain/domain';
import type { InboxRow, SettledRecord } from '@refrain/store';

/** What a row says of what is in scope, without secrets. A payload that cannot be read is an outcome like any other, so that it never holds up its neighbours. */
export async function readRow(row: InboxRow, scope: ConnectionScope): Promise<SettledRecord> {
  try {
    const observed = await scrubObserved(readRecord(row.provider, { type: row.type, payload: row.payload }, scope));
    return { inboxId: row.id, problem: null, ...observed };
  } catch (thrown) {
    return unreadable(row.id, toAppError(thrown).message);
  }
}

/** Longest problem that is kept, in characters. */
const problemLength = 1_000;

export function unreadable(inboxId: string, problem: string): SettledRecord {
  return { inboxId, outcome: 'unreadable', problem: problem.slice(0, problemLength), failures: [], changes: [] };
}
