import { type ErrorCode, toAppError } from '@refrain/domain';
import type { InboxQueries, SettledRecord } from '@refrain/store';
import { unreadable } from './parse-row.ts';

interface Applied {
  /** Failures and changes that are new or different. */
  readonly changed: number;
  /** Repositories whose changes changed. */
  readonly repositories: readonly string[];
}

/** Errors of the store that the record causes, so that they would occur again. */
const causedByRecord: ReadonlySet<ErrorCode> = new Set(['invalid_input', 'conflict', 'too_large']);

/**
 * Applies parsed records in one transaction. If the store rejects that, each record is applied alone, and the rejected one
 * is marked as unreadable.
 * @throws {AppError} for errors that no record causes
 */
export async function applyRecords(inbox: InboxQueries, records: readonly SettledRecord[]): Promise<Applied> {
  try {
    const { failuresChanged, changesChanged, repositories } = await inbox.settle(records);
    return { changed: failuresChanged + changesChanged, repositories };
  } catch (thrown) {
    const error = toAppError(thrown);
    const [first] = records;
    if (error.code === 'unavailable' || first === undefined) throw error;
    if (records.length > 1) return applyEach(inbox, records);
    if (first.outcome === 'unreadable' || !causedByRecord.has(error.code)) throw error;
    return applyRecords(inbox, [{ inboxId: first.inboxId, ...unreadable(`The store rejects it: ${error.message}`) }]);
  }
}

async function applyEach(inbox: InboxQueries, records: readonly SettledRecord[]): Promise<Applied> {
  const applied: Applied[] = [];
  for (const record of records) applied.push(await applyRecords(inbox, [record]));
  return {
    changed: applied.reduce((sum, { changed }) => sum + changed, 0),
    repositories: [...new Set(applied.flatMap(({ repositories }) => repositories))],
  };
}
