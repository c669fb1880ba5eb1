import { z } from 'zod';
import { Instant } from './instant.ts';

/** Every event that subscribers can receive, as a closed list. */
export const EventType = z.enum([
  'report_written', // a pattern has a new report
  'digest_written', // a week or a month has a new digest
  'pattern_found', // failures were found to form one pattern
  'pattern_rising', // its rate has a significant rise
  'pattern_returned', // it had stopped, and came back
]);
export type EventType = z.infer<typeof EventType>;

/** Announces that something happened. It contains only ids; subscribers request the data. */
export const RefrainEvent = z.object({
  /** The same in every delivery of the event. */
  id: z.string(),
  /** Its position in the order of all events, from which a listener resumes. */
  place: z.string().regex(/^\d{1,18}$/u),
  type: EventType,
  at: Instant,
  /** Null for a digest. */
  patternId: z.string().nullable(),
  /** Only set for `report_written`. */
  reportId: z.string().nullable(),
  /** Only set for `digest_written`. */
  digestId: z.string().nullable(),
});
export type RefrainEvent = z.infer<typeof RefrainEvent>;
