import { z } from 'zod';
import { Instant } from './instant.ts';

/** Everything that is told to who listens, as a closed list. */
export const EventType = z.enum([
  'report_written', // a pattern has a new report
  'digest_written', // a week or a month has a new digest
  'pattern_found', // failures were seen to be one pattern
  'pattern_rising', // it comes more often than chance explains
  'pattern_returned', // it had gone quiet, and came back
]);
export type EventType = z.infer<typeof EventType>;

/** That something happened, with the ids of what it happened to: what is there is asked for. */
export const RefrainEvent = z.object({
  /** The same each time that it is told. */
  id: z.string(),
  /** Its place in the order of all events: what a listener goes on from. */
  place: z.string().regex(/^\d{1,18}$/u),
  type: EventType,
  at: Instant,
  /** Null for a digest. */
  patternId: z.string().nullable(),
  /** Of `report_written` alone. */
  reportId: z.string().nullable(),
  /** Of `digest_written` alone. */
  digestId: z.string().nullable(),
});
export type RefrainEvent = z.infer<typeof RefrainEvent>;
