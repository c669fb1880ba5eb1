import { z } from 'zod';

/**
 * How a pattern recurs. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the
 * last 90 days. `quiet`: at its rate, it would probably have had another episode by now. `recurring`: none of these.
 */
export const Recurrence = z.enum(['new', 'recurring', 'returned', 'quiet']);
export type Recurrence = z.infer<typeof Recurrence>;
