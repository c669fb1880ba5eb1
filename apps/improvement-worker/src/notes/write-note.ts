import { isWriteRefused, type ProviderAccess } from '@refrain/connectors';
import { AppError, type Connection } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { openAccountIfPossible } from '../accounts/open-account.ts';
import type { ImprovementDeps } from '../improvement-deps.ts';

type WriteNoteDeps = Pick<ImprovementDeps, 'store' | 'providers'> & Pick<ProviderAccess, 'createIncidentNotes'>;

/** Thrown if another process writes the note. */
class Taken extends Error {}

/**
 * Creates the job that writes a pending note on an incident, once, even if several processes try. A rejected note is given up,
 * because a late note helps nobody.
 */
export function createWriteIncidentNoteHandler(deps: WriteNoteDeps): JobHandler<'write-note'> {
  const { store, providers, createIncidentNotes } = deps;
  const { outbox } = store;
  const takesNotes = ({ provider }: Connection) => providers.find(provider)?.incidentNotes !== undefined;
  return async ({ noteId }, signal) => {
    const note = await outbox.findOpenNote(noteId);
    if (note === null) return;
    const account = await openAccountIfPossible(store, note.connectionId, takesNotes);
    if (account === null) return outbox.finishNote(noteId, 'given_up');
    const notes = createIncidentNotes(...account);
    const reason = {
      why: 'The incident begins like earlier ones, and the policy requests notes for its service',
      by: 'the policy',
    };
    let isOurs = false;
    const claim = async () => {
      isOurs = await outbox.beginNote(noteId);
      if (!isOurs) throw new Taken();
    };
    try {
      const isWritten = await notes.ensureNote(note, reason, signal, claim);
      await outbox.finishNote(noteId, isWritten ? 'written' : 'given_up');
    } catch (thrown) {
      if (thrown instanceof Taken) return;
      if (thrown instanceof AppError && !thrown.retryable) await outbox.finishNote(noteId, 'given_up');
      else if (isOurs && isWriteRefused(thrown)) await outbox.resetNote(noteId);
      throw thrown;
    }
  };
}
