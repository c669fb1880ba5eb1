import { isRefusal, type ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type AccountStore, findAccount } from '../accounts/open-account.ts';

export interface WriteNoteDeps {
  readonly store: AccountStore & Pick<Store, 'incidentNotes'>;
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
}

/** That another process writes it, or wrote it without hearing what came of it. */
class Taken extends Error {}

/**
 * Writes a note that is owed to an incident, once, though more than one process is at it. One of which nobody heard whether it was
 * written is looked for and not written again. What the provider refuses is given up: a note that comes late helps nobody.
 */
export function createWriteNote({ store, createIncidentNotes }: WriteNoteDeps): Handler<'write-note'> {
  const { incidentNotes } = store;
  return async ({ noteId }, signal) => {
    const note = await incidentNotes.findOpen(noteId);
    if (note === null) return;
    const found = await findAccount(store, note.connectionId, 'pagerduty');
    if (found === null) return incidentNotes.settle(noteId, 'given_up');
    const notes = createIncidentNotes(found.connection, found.credential, found.log);
    const reason = {
      why: 'It begins like incidents before, and the policy wants notes for its service',
      by: 'the policy',
    };
    let isOurs = false;
    const claim = async () => {
      isOurs = await incidentNotes.begin(noteId);
      if (!isOurs) throw new Taken();
    };
    try {
      const isWritten = await notes.ensureNote(note, reason, signal, claim);
      await incidentNotes.settle(noteId, isWritten ? 'written' : 'given_up');
    } catch (thrown) {
      if (thrown instanceof Taken) return;
      if (thrown instanceof AppError && !thrown.retryable) await incidentNotes.settle(noteId, 'given_up');
      else if (isOurs && isRefusal(thrown)) await incidentNotes.takeBack(noteId);
      throw thrown;
    }
  };
}
