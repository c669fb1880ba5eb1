import { z } from 'zod';

/** How long a failure lasted according to its text. */
export const StatedDuration = z.object({
  /** The words of the text, such as “2h 15m” or “from 10:02 to 11:40 UTC”. Their units show how exact the duration is. */
  quote: z.string(),
  hours: z.number().positive(),
});
export type StatedDuration = z.infer<typeof StatedDuration>;
