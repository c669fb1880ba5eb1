import { z } from 'zod';

/** A passage of a failure's text that states its root cause or its resolution. */
export const StatedPassage = z.object({
  /** The passage, at most 3 sentences and 58 words, verbatim except for white space and markup of lists and tables. */
  quote: z.string(),
  /**
   * The confidence, 0 to 1. It is the share of similar passages that a human reader chose as the statement too.
   */
  confidence: z.number().min(0).max(1),
});
export type StatedPassage = z.infer<typeof StatedPassage>;
