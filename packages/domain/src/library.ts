import { z } from 'zod';
import { Guardrail } from './guardrail.ts';
import { Pattern } from './pattern.ts';
import { Recurrence } from './recurrence.ts';
import { ReportSource } from './report-document.ts';

/** A pattern in the failure library, to learn from before it happens. */
export const LibraryEntry = z.object({
  pattern: Pattern,
  recurrence: Recurrence.nullable(),
  /** The first recommendation of its report. */
  guardrail: Guardrail.nullable(),
  /** Some of its episodes, newest first. */
  episodes: z.array(ReportSource),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** A file of the exported library. `path` stays within its folder. */
export const LibraryFile = z.object({
  path: z.string().regex(/^(?:scenarios\/[a-z0-9-]{1,200}|README)\.md$/u),
  content: z.string(),
});
export type LibraryFile = z.infer<typeof LibraryFile>;
