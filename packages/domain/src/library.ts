import { z } from 'zod';
import { Guardrail } from './guardrail.ts';
import { Pattern } from './pattern.ts';
import { Recurrence } from './recurrence.ts';
import { ReportSource } from './report-document.ts';

/** A pattern in the failure library, from which others can learn. */
export const LibraryEntry = z.object({
  pattern: Pattern,
  recurrence: Recurrence.nullable(),
  /** The first recommendation in the pattern's report. */
  guardrail: Guardrail.nullable(),
  /** Examples of the pattern's episodes, newest first. */
  episodes: z.array(ReportSource),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** A file of the exported failure library. */
export const LibraryFile = z.object({
  /** The path relative to the export folder, which it cannot leave. */
  path: z.string().regex(/^(?:scenarios\/[a-z0-9-]{1,200}|README)\.md$/u),
  content: z.string(),
});
export type LibraryFile = z.infer<typeof LibraryFile>;
