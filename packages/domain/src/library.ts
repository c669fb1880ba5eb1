import { z } from 'zod';
import { Pattern } from './pattern.ts';
import { Recurrence } from './recurrence.ts';
import { ReportSource } from './report-document.ts';

/** The guardrail that a scenario's report recommends first. */
export const LibraryGuardrail = z.object({
  id: z.string(),
  name: z.string(),
  promise: z.string(),
  /** How to do it. */
  steps: z.array(z.string()),
  /** How to know that it works: a check that fails while it is missing. */
  check: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
});
export type LibraryGuardrail = z.infer<typeof LibraryGuardrail>;

/** A pattern as the failure library has it: what to know of it before it is met. */
export const LibraryEntry = z.object({
  pattern: Pattern,
  recurrence: Recurrence.nullable(),
  guardrail: LibraryGuardrail.nullable(),
  /** Some of its episodes, newest first. */
  episodes: z.array(ReportSource),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** A file of the exported library; `path` is relative, with `/`. */
export const LibraryFile = z.object({ path: z.string(), content: z.string() });
export type LibraryFile = z.infer<typeof LibraryFile>;
