import type { ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { type AccountStore, openAccount } from './open-account.ts';

/** Creates the job that undoes a write at a provider on a person's request. A permanent error is recorded with the write. */
export function createUndoWriteHandler({
  store,
  openUndo,
}: {
  readonly store: AccountStore;
  readonly openUndo: ProviderAccess['openUndo'];
}): JobHandler<'undo-write'> {
  const { outbox } = store;

  /**
   * Opens the account that made the write, by the id of its connection. The account's name would not be enough, because another
   * GitHub server may have an account of the same name.
   */
  async function open(connectionId: string): Promise<ReturnType<ProviderAccess['openUndo']>> {
    const found = await store.connections.find(connectionId);
    if (found === null) {
      throw new AppError(
        'not_found',
        'The account that made this write is no longer connected: connect the account again to undo the write',
      );
    }
    const { connection, credential, log } = await openAccount(store, found);
    return openUndo(connection, credential, log);
  }

  return async ({ writeId }, signal) => {
    const requested = await outbox.findRequestedUndo(writeId);
    if (requested === null) return;
    const { target, url, request, by, connectionId } = requested;
    const reason = { why: 'A person undid the write', by };
    try {
      const at = await open(connectionId);
      // A dry run permits no undo, so the request for the undo stays pending until the dry run ends.
      if (!(await at.undo(target, request, reason, signal))) return;
    } catch (thrown) {
      // The queue retries a job that fails with a temporary error.
      if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
      await outbox.finishUndo(writeId, thrown.message);
      return;
    }
    if (url !== null) await outbox.recordUndoneCheck(url);
    await outbox.finishUndo(writeId, null);
  };
}
