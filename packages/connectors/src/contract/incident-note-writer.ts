import type { UndoRequest, WriteReason } from '@refrain/domain';

export interface NewIncidentNote {
  readonly incidentId: string;
  readonly content: string;
  /** Email address of the PagerDuty user who is shown as the note's author. */
  readonly sender: string;
}

export interface IncidentNoteWriter {
  /**
   * Writes a note unless Refrain already wrote one. If `beforeWriting` throws, no note is written. Returns false in a
   * dry run.
   */
  ensureNote(
    note: NewIncidentNote,
    reason: WriteReason,
    signal: AbortSignal,
    beforeWriting: () => Promise<void>,
  ): Promise<boolean>;
  /** Deletes a note, if it still exists. Returns false in a dry run. */
  undo(incidentId: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
