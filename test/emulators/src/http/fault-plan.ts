import { z } from 'zod';

/** How often, from 0 (never) to 1 (always). */
const Probability = z.number().min(0).max(1).default(0);

/**
 * What goes wrong on purpose, and how often. The same plan and the same requests give the same faults: each is drawn from
 * the seed, what is asked and how many times it was asked before, so that asking again ends well at last; that of a webhook
 * from the seed and how many were sent before.
 */
export const FaultPlan = z.strictObject({
  seed: z.int(),
  /** 500, 502 or 503: half of them before anything was done, half of them after it was. */
  failure5xx: Probability,
  /** The connection ends without an answer: before or after it was done, as above. */
  reset: Probability,
  /** The answer comes in parts, the last one after `slowMs`. */
  slowBody: Probability,
  /** The connection ends in the middle of the body. */
  truncatedBody: Probability,
  /** The vendor no longer knows the place in a list that is asked for; only where the request names one. */
  expiredCursor: Probability,
  /** Real milliseconds. */
  slowMs: z.int().min(0).max(60_000).default(200),
  webhooks: z
    .strictObject({
      /** The vendor takes it for delivered, and nobody receives it. */
      lost: Probability,
      /** It does not reach the receiver, and the vendor knows. */
      unreachable: Probability,
      /** It arrives, and again within `delayMs`. */
      duplicated: Probability,
      /** It arrives after the next one to the same address, or after `delayMs`. */
      reordered: Probability,
      /** It arrives within `delayMs`; what the vendor keeps in order waits with it. */
      delayed: Probability,
      /** Of the emulator's clock. */
      delayMs: z.int().min(0).default(5_000),
    })
    .prefault({}),
});
export type FaultPlan = z.input<typeof FaultPlan>;

export const responseFaults = ['failure5xx', 'reset', 'slowBody', 'truncatedBody', 'expiredCursor'] as const;
export type ResponseFault = (typeof responseFaults)[number];
export const webhookFaults = ['lost', 'unreachable', 'duplicated', 'reordered', 'delayed'] as const;
export type WebhookFault = (typeof webhookFaults)[number];
