import { z } from 'zod';

/**
 * The recurrence of a pattern. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back
 * in the last 90 days. `quiet`: the time since its last episode is longer than its rate explains. `recurring`:
 * everything else.
 */
export const Recurrence = z.enum(['new', 'recurring', 'returned', 'quiet']);
export type Recurrence = z.infer<typeof Recurrence>;
