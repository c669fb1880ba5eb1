import { z } from 'zod';

/** A provider's payload as received, with the key that makes storing it idempotent. */
export const RawRecord = z.object({
  /** Selects the schema of the payload: `github.pull_request`, `pagerduty.incident`, `archive.incident`. */
  type: z.string().min(1),
  /** Unique within the connection. The same key means the same content, so that a redelivery is dropped. */
  deliveryKey: z.string().min(1).max(512),
  payload: z.unknown(),
});
export type RawRecord = z.infer<typeof RawRecord>;

export const InboxOutcome = z.enum(['stored', 'irrelevant', 'unreadable']);
export type InboxOutcome = z.infer<typeof InboxOutcome>;
