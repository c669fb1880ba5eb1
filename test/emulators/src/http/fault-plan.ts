import { z } from 'zod';

/** A probability, from 0 (never) to 1 (always). */
const Probability = z.number().min(0).max(1).default(0);

/**
 * The faults to inject, and how often. The same plan and the same requests result in the same faults. A fault of a
 * response depends on the seed, the request and how often it was sent before, so that retries succeed eventually; that
 * of a webhook on the seed and how many were sent before.
 */
export const FaultPlan = z.strictObject({
  seed: z.int(),
  /** 500, 502 or 503: half of them before the request was executed, half of them after. */
  failure5xx: Probability,
  /** The connection ends without a response, before or after the request was executed, as above. */
  reset: Probability,
  /** The response is sent in parts, the last one after `slowMs`. */
  slowBody: Probability,
  /** The connection ends in the middle of the body. */
  truncatedBody: Probability,
  /** The vendor no longer knows the requested position in a list. Only for requests with a position. */
  expiredCursor: Probability,
  /** In real milliseconds. */
  slowMs: z.int().min(0).max(60_000).default(200),
  webhooks: z
    .strictObject({
      /** The vendor considers it delivered, but nobody receives it. */
      lost: Probability,
      /** It does not reach the receiver, and the vendor knows. */
      unreachable: Probability,
      /** It arrives, and again within `delayMs`. */
      duplicated: Probability,
      /** It arrives after the next one to the same address, or after `delayMs`. */
      reordered: Probability,
      /** It arrives within `delayMs`. What the vendor keeps in order waits with it. */
      delayed: Probability,
      /** In milliseconds of the emulator's clock. */
      delayMs: z.int().min(0).default(5_000),
    })
    .prefault({}),
});
export type FaultPlan = z.input<typeof FaultPlan>;

export const responseFaults = ['failure5xx', 'reset', 'slowBody', 'truncatedBody', 'expiredCursor'] as const;
export type ResponseFault = (typeof responseFaults)[number];
export const webhookFaults = ['lost', 'unreachable', 'duplicated', 'reordered', 'delayed'] as const;
export type WebhookFault = (typeof webhookFaults)[number];
