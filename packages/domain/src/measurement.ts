import { z } from 'zod';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';

/** What the statistics say of one pattern. */
export const PatternMeasurement = z.object({
  asOf: Instant,
  recurrence: Recurrence.nullable(),
});
export type PatternMeasurement = z.infer<typeof PatternMeasurement>;

/** What the statistics say of the organisation. */
export const Measurement = z.object({ asOf: Instant });
export type Measurement = z.infer<typeof Measurement>;
