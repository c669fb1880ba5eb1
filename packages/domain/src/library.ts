import { z } from 'zod';
import { Guardrail } from './guardrail.ts';
import { ImprovementState } from './improvement.ts';
import { Pattern } from './pattern.ts';
import { Recurrence } from './recurrence.ts';
import { ReportSource } from './report-document.ts';

/** The latest fix of a pattern, proposed or made. */
export const LibraryFix = z.object({
  improvementId: z.string(),
  state: ImprovementState,
  /** The name of the guardrail; null if no guardrail is recommended. */
  name: z.string().nullable(),
  /** The episodes since the fix, compared with those to be expected without it; null before the first measurement. */
  effect: z.string().nullable(),
});
export type LibraryFix = z.infer<typeof LibraryFix>;

/** A pattern in the failure library: its root cause or resolution is known, or its fix held. */
export const FailureLibraryEntry = z.object({
  pattern: Pattern,
  recurrence: Recurrence.nullable(),
  /** The first recommendation in the pattern's report. */
  guardrail: Guardrail.nullable(),
  /** The pattern's improvement; null if none was proposed. */
  fix: LibraryFix.nullable(),
  /** The names of the guardrails that were introduced and did not stop the failures, oldest first. */
  failedFixes: z.array(z.string()),
  /** Examples of the pattern's episodes, newest first. */
  episodes: z.array(ReportSource),
});
export type FailureLibraryEntry = z.infer<typeof FailureLibraryEntry>;

/** A file of the exported failure library. */
export const FailureLibraryFile = z.object({
  /** The path relative to the export folder; it cannot lead out of that folder. */
  path: z.string().regex(/^(?:scenarios\/[a-z0-9-]{1,200}|README)\.md$/u),
  content: z.string(),
});
export type FailureLibraryFile = z.infer<typeof FailureLibraryFile>;
