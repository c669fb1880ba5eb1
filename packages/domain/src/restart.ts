import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * One line of `restarts.jsonl` in the data folder. `npm start` logs its own start there, and each end and restart of
 * the processes that it supervises. `refrain doctor` reads the file.
 */
export const RestartLogEntry = z.object({
  at: Instant,
  process: z.string().min(1).max(100),
  event: z.enum(['started', 'ended', 'start_failed', 'restarted', 'gave_up']),
  /** The exit code, signal or problem; empty for `started` and `restarted`. */
  detail: z.string().max(1_000),
});
export type RestartLogEntry = z.infer<typeof RestartLogEntry>;
