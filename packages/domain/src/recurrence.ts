import { z } from 'zod';

/**
 * How a pattern recurs. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the
 * last 90 days. `quiet`: it has had no episode for longer than its rate explains. `recurring`: none of these.
 */
export const Recurrence = z.enum(['new', 'recurring', 'returned', 'quiet']);
export type Recurrence = z.infer<typeof Recurrence>;
