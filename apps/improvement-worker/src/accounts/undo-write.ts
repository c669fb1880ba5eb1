import type { IncidentNotes, IssueTracker, ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type AccountStore, isOf, openAccount } from './open-account.ts';

/** Takes back a write at a provider, as someone asked. Why it could not be stands with the write. */
export function createUndoWrite({
  store,
  createIssueTracker,
  createIncidentNotes,
}: {
  readonly store: AccountStore & Pick<Store, 'pullChecks'>;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
}): Handler<'undo-write'> {
  const { providerWrites } = store;

  /** Through the account that wrote it: another may have its name, at GitHub Enterprise Server. */
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
    const asked = await providerWrites.findUndo(writeId);
    if (asked === null) return;
    const { place, url, request, by, connectionId } = asked;
    const reason = { why: 'Someone took it back', by };
    try {
      const at = await open(connectionId);
      // In a dry run it stays asked for, and is done after it.
      if (!(await at.undo(place, request, reason, signal))) return;
    } catch (thrown) {
      // What may go better later is tried again.
      if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
      await providerWrites.settleUndo(writeId, thrown.message);
      return;
    }
    if (url !== null) await store.pullChecks.withdraw(url);
    await providerWrites.settleUndo(writeId, null);
  };
}
