import { judgeToldRevert } from '@refrain/analysis';
import { hideNamesInProse, keepPlausible, readRecord, scrubObserved } from '@refrain/connectors';
import { type Connection, type ConnectionScope, type Instant, type RawRecord, toAppError } from '@refrain/domain';
import type { InboxRow, SettledRecord } from '@refrain/store';

type Reading = Omit<SettledRecord, 'inboxId'>;

/** Reads a stored row as `readRecordIn` does. */
export function readRow(row: InboxRow, scope: ConnectionScope, now: number): SettledRecord {
  const reading = readRecordIn({ provider: row.provider, scope }, row, now);
  return { inboxId: row.id, ...(row.provider === 'archive' ? asImported(reading, row.receivedAt) : reading) };
}

/**
 * Returns what a record says of what is in scope, without secrets and implausible dates. A payload that cannot be read is an
 * outcome like any other, so that it never holds up its neighbours.
 * @param now in milliseconds
 */
export function readRecordIn(
  { provider, scope }: Pick<Connection, 'provider' | 'scope'>,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
  now: number,
): Reading {
  try {
    const observed = keepPlausible(readRecord(provider, { type, payload }, scope), now);
    const { failures, ...reading } = judgeArchived(provider, scrubObserved(observed));
    return { problem: null, ...reading, failures: failures.map(hideNamesInProse) };
  } catch (thrown) {
    return unreadable(toAppError(thrown).message);
  }
}

/** A file says of a change only that it was reverted: whether something failed stands in its text. */
function judgeArchived(provider: Connection['provider'], reading: Omit<Reading, 'problem'>): Omit<Reading, 'problem'> {
  if (provider !== 'archive') return reading;
  const failures = reading.failures.map((failure) => {
    if (failure.kind !== 'reverted_change') return failure;
    const { verdict, confidence, evidence } = judgeToldRevert(failure.title, failure.text);
    return { ...failure, isFailure: verdict === 'failure', confidence, decidingWords: [...evidence] };
  });
  return { ...reading, failures };
}

/** A file does not say when it was changed: what was imported last is right. */
function asImported(reading: Reading, receivedAt: Instant): Reading {
  return { ...reading, failures: reading.failures.map((failure) => ({ ...failure, version: receivedAt })) };
}

export function irrelevantRow({ id }: InboxRow): SettledRecord {
  return { inboxId: id, outcome: 'irrelevant', problem: null, failures: [], changes: [] };
}

/** Longest problem that is kept, in characters. */
const problemLength = 1_000;

export function unreadable(problem: string): Reading {
  return { outcome: 'unreadable', problem: problem.slice(0, problemLength), failures: [], changes: [] };
}
