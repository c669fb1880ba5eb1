import type { IncidentNotes, ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { OpenRepository } from './open-repository.ts';
import { createWriteLog } from './write-log.ts';

/** Takes back a write at a provider, as someone asked. Why it could not be stands with the write. */
export function createUndoWrite({
  store,
  openRepository,
  createIncidentNotes,
}: {
  readonly store: Pick<Store, 'connections' | 'policies' | 'providerWrites' | 'pullChecks'>;
  readonly openRepository: OpenRepository;
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
}): Handler<'undo-write'> {
  const { providerWrites } = store;

  /** Null where the account is none of PagerDuty. */
  async function openNotes(connectionId: string): Promise<IncidentNotes | null> {
    const connection = await store.connections.find(connectionId);
    if (connection?.provider !== 'pagerduty') return null;
    const { provider, account, baseUrl } = connection;
    const credential = (await store.connections.readCredential(connectionId)) ?? '';
    return createIncidentNotes({ provider, account, baseUrl }, credential, createWriteLog(store, connectionId));
  }

  return async ({ writeId }, signal) => {
    const asked = await providerWrites.findUndo(writeId);
    if (asked === null) return;
    const { place, url, request, by, connectionId } = asked;
    const reason = { why: 'Someone took it back', by };
    try {
      const at = (await openNotes(connectionId)) ?? (await openRepository(place.split('#')[0] ?? ''));
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
