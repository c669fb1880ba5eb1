import { z } from 'zod';

/** A payload as a provider sent it, with a key that identifies redeliveries. */
export const RawRecord = z.object({
  /** The type of the payload, such as `github.pull_request` or `archive.incident`, which determines its schema. */
  type: z.string().min(1),
  /** The key of the delivery, unique per connection and content. A second record with the same key is dropped. */
  deliveryKey: z.string().min(1).max(512),
  payload: z.unknown(),
});
export type RawRecord = z.infer<typeof RawRecord>;

export const InboxRecordOutcome = z.enum(['stored', 'irrelevant', 'unreadable']);
export type InboxRecordOutcome = z.infer<typeof InboxRecordOutcome>;
