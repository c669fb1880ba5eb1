import type { UndoRequest, WriteReason } from '@refrain/domain';

export interface WantedNote {
  readonly incidentId: string;
  readonly content: string;
  /** E-mail address of the user who appears as the note's author. */
  readonly sender: string;
}

/** Writes notes on incidents that are still open. The log receives every write. */
export interface IncidentNotes {
  /**
   * Writes a note, unless the incident has one of Refrain's. A line in the note identifies it.
   * @param beforeWriting awaited immediately before the note is written; if it throws, nothing is written
   * @returns false in a dry run
   */
  ensureNote(
    note: WantedNote,
    reason: WriteReason,
    signal: AbortSignal,
    beforeWriting: () => Promise<void>,
  ): Promise<boolean>;
  /** Deletes a note. A note that is gone counts as deleted. @returns whether it is deleted; false in a dry run */
  undo(incidentId: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
