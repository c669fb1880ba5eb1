import { AppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { ImprovementDeps } from '../improvement-deps.ts';
import { openAccount } from './open-account.ts';

/** Creates the job that undoes a write at a provider on a person's request. A permanent error is recorded with the write. */
export function createUndoWriteHandler(deps: Pick<ImprovementDeps, 'store' | 'openUndo'>): JobHandler<'undo-write'> {
  const { store, openUndo } = deps;
  const { outbox } = store;

  /**
   * Opens the account that made the write. Finds it by the id of the connection, because accounts of two servers can have the
   * same name.
   */
  async function openAuthor(connectionId: string) {
    const found = await store.connections.find(connectionId);
    if (found === null) {
      throw new AppError(
        'not_found',
        'The account that made this write is no longer connected: connect the account again to undo the write',
      );
    }
    return openUndo(...(await openAccount(store, found)));
  }

  return async ({ writeId }, signal) => {
    const requested = await outbox.findRequestedUndo(writeId);
    if (requested === null) return;
    const { target, url, request, by, connectionId } = requested;
    const reason = { why: 'A person undid the write', by };
    try {
      const author = await openAuthor(connectionId);
      // A dry run permits no undo, so the request for the undo stays pending until the dry run ends.
      if (!(await author.undo(target, request, reason, signal))) return;
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
