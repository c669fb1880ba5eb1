import { z } from 'zod';

/**
 * Where a pattern stands. `new`: it became one in the last 30 days. `returned`: it had gone quiet and came back in the last 90.
 * `quiet`: the time since its last episode is longer than its own pace explains. `recurring`: everything else.
 */
export const Recurrence = z.enum(['new', 'recurring', 'returned', 'quiet']);
export type Recurrence = z.infer<typeof Recurrence>;
