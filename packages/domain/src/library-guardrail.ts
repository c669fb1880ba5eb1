import { z } from 'zod';

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
