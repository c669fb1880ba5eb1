import type { ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type AccountStore, openAccount } from './open-account.ts';

/** Undoes a write at a provider on a person's request. Records a permanent error with the write. */
export function createUndoWrite({
  store,
  openUndo,
}: {
  readonly store: AccountStore & Pick<Store, 'outbox'>;
  readonly openUndo: ProviderAccess['openUndo'];
}): Handler<'undo-write'> {
  const { outbox } = store;

  /** Opens the account that wrote it: on another GitHub server an account may have the same name. */
  async function open(connectionId: string): Promise<ReturnType<ProviderAccess['openUndo']>> {
    const found = await store.connections.find(connectionId);
    if (found === null) {
      throw new AppError('not_found', 'The account that this was written through is connected no more');
    }
    const { connection, credential, log } = await openAccount(store, found);
    return openUndo(connection, credential, log);
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
    if (url !== null) await outbox.withdrawCheck(url);
    await outbox.finishUndo(writeId, null);
  };
}
