import type { IncidentNotes, IssueTracker, ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type AccountStore, isOf, openAccount } from './open-account.ts';

/** Undoes a write at a provider on a person's request. Records a permanent error with the write. */
export function createUndoWrite({
  store,
  createIssueTracker,
  createIncidentNotes,
}: {
  readonly store: AccountStore & Pick<Store, 'outbox'>;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
}): Handler<'undo-write'> {
  const { outbox } = store;

  /** Opens the account that wrote it: on another GitHub server an account may have the same name. */
  async function open(connectionId: string): Promise<Pick<IncidentNotes | IssueTracker, 'undo'>> {
    const found = await store.connections.find(connectionId);
    if (found !== null && isOf(found, 'pagerduty')) {
      const { connection, credential, log } = await openAccount(store, found);
      return createIncidentNotes(connection, credential, log);
    }
    if (found !== null && isOf(found, 'github')) {
      const { connection, credential, log } = await openAccount(store, found);
      return createIssueTracker(connection, credential, log);
    }
    throw new AppError('not_found', 'The account that this was written through is connected no more');
  }

  return async ({ writeId }, signal) => {
    const requested = await outbox.findRequestedUndo(writeId);
    if (requested === null) return;
    const { place, url, request, by, connectionId } = requested;
    const reason = { why: 'Someone took it back', by };
    try {
      const at = await open(connectionId);
      // In a dry run the request stays open until the dry run ends.
      if (!(await at.undo(place, request, reason, signal))) return;
    } catch (thrown) {
      // The queue retries temporary errors.
      if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
      await outbox.finishUndo(writeId, thrown.message);
      return;
    }
    if (url !== null) await store.outbox.withdrawCheck(url);
    await outbox.finishUndo(writeId, null);
  };
}
