import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { OpenRepository } from './open-repository.ts';

/** Takes back a write at a provider, as someone asked. Why it could not be stands with the write. */
export function createUndoWrite({
  store,
  openRepository,
}: {
  readonly store: Pick<Store, 'providerWrites'>;
  readonly openRepository: OpenRepository;
}): Handler<'undo-write'> {
  const { providerWrites } = store;
  return async ({ writeId }, signal) => {
    const asked = await providerWrites.findUndo(writeId);
    if (asked === null) return;
    const { place, request, by } = asked;
    try {
      const tracker = await openRepository(place.split('#')[0] ?? '');
      await tracker.undo(place, request, { why: 'Someone took it back', by }, signal);
    } catch (thrown) {
      // What may go better later is tried again.
      if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
      await providerWrites.settleUndo(writeId, thrown.message);
      return;
    }
    await providerWrites.settleUndo(writeId, null);
  };
}
