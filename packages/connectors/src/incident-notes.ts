import type { UndoRequest, WriteReason } from '@refrain/domain';

export interface WantedNote {
  readonly incidentId: string;
  readonly content: string;
  /** E-mail address of the user in whose name it is written. */
  readonly sender: string;
}

/** Where people are told while an incident is on. Every write passes the log. */
export interface IncidentNotes {
  /**
   * Writes a note with a line by which it is known again, once: an incident that has one of Refrain's gets no other.
   * @param beforeWriting waited for where there is none, right before it is written; what it throws leaves it unwritten
   * @returns false in a dry run
   */
  ensureNote(
    note: WantedNote,
    reason: WriteReason,
    signal: AbortSignal,
    beforeWriting: () => Promise<void>,
  ): Promise<boolean>;
  /** Takes a note back; one that is gone already is taken back. @returns whether it is; not in a dry run */
  undo(incidentId: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
