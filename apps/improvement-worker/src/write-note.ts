import type { ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { createWriteLog } from './write-log.ts';

export interface WriteNoteDeps {
  readonly store: Pick<Store, 'connections' | 'incidentNotes' | 'policies' | 'providerWrites'>;
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
}

/** Writes a note that is owed to an incident, once. What the provider refuses is given up: a note that comes late helps nobody. */
export function createWriteNote({ store, createIncidentNotes }: WriteNoteDeps): Handler<'write-note'> {
  const { incidentNotes } = store;
  return async ({ noteId }, signal) => {
    const note = await incidentNotes.findOwed(noteId);
    if (note === null) return;
    const connection = await store.connections.find(note.connectionId);
    const credential = await store.connections.readCredential(note.connectionId);
    if (connection?.provider !== 'pagerduty' || credential === null) return incidentNotes.settle(noteId, 'given_up');
    const { provider, account, baseUrl } = connection;
    const log = createWriteLog(store, connection.id);
    const notes = createIncidentNotes({ provider, account, baseUrl }, credential, log);
    const reason = {
      why: 'It begins like incidents before, and the policy wants notes for its service',
      by: 'the policy',
    };
    try {
      const isWritten = await notes.ensureNote(note, reason, signal);
      await incidentNotes.settle(noteId, isWritten ? 'written' : 'given_up');
    } catch (thrown) {
      if (thrown instanceof AppError && !thrown.retryable) await incidentNotes.settle(noteId, 'given_up');
      throw thrown;
    }
  };
}
