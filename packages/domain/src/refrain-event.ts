import { z } from 'zod';
import { Instant } from './instant.ts';

/** The type of an event that subscribers can receive. */
export const EventType = z.enum([
  'report_written', // a pattern has a new report
  'digest_written', // a new weekly or monthly digest is ready
  'pattern_found', // failures formed a new pattern
  'pattern_rising', // the rate of a pattern rose significantly
  'pattern_returned', // a pattern that had stopped came back
]);
export type EventType = z.infer<typeof EventType>;

/** A message that something happened. It contains only ids, with which a subscriber requests the data. */
export const RefrainEvent = z.object({
  /** The id of the event, equal in every delivery. */
  id: z.string(),
  /**
   * The position of the event in the sequence of all events. A subscriber sends it to resume the stream after this event.
   */
  position: z.string().regex(/^\d{1,18}$/u),
  type: EventType,
  at: Instant,
  /** The affected pattern; null for `digest_written`. */
  patternId: z.string().nullable(),
  /** The new report; null unless the type is `report_written`. */
  reportId: z.string().nullable(),
  /** The new digest; null unless the type is `digest_written`. */
  digestId: z.string().nullable(),
});
export type RefrainEvent = z.infer<typeof RefrainEvent>;
