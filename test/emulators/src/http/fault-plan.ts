import { z } from 'zod';

const Probability = z.number().min(0).max(1).default(0);

/**
 * The faults to inject, with their probabilities. The same plan and requests lead to the same faults. A response fault depends on the seed,
 * the request and the number of earlier equal requests, so that retries eventually succeed. A webhook fault depends on the seed and the
 * number of earlier webhooks.
 */
export const FaultPlan = z.strictObject({
  seed: z.int(),
  /** The response has status 500, 502 or 503. Half of these requests are executed nevertheless. */
  failure5xx: Probability,
  /** The connection ends without a response. Half of these requests are executed nevertheless. */
  reset: Probability,
  /** The response is sent in two pieces, the second one after `slowMs`. */
  slowBody: Probability,
  /** The connection ends in the middle of the body. */
  truncatedBody: Probability,
  /** The vendor rejects the cursor of a list as expired. Possible only for requests with a cursor. */
  expiredCursor: Probability,
  /** Delay in real milliseconds before the second piece of a slow response. */
  slowMs: z.int().min(0).max(60_000).default(200),
  webhooks: z
    .strictObject({
      /** The vendor counts the webhook as delivered, but the receiver does not get it. */
      lost: Probability,
      /** The webhook does not reach the receiver, and the vendor notices that. */
      unreachable: Probability,
      /** The webhook arrives, and arrives a second time within `delayMs`. */
      duplicated: Probability,
      /** The webhook arrives after the next one to the same URL, or after `delayMs`. */
      reordered: Probability,
      /** The webhook arrives late, but within `delayMs`. Later webhooks that the vendor sends in order wait for it. */
      delayed: Probability,
      delayMs: z.int().min(0).default(5_000),
    })
    .prefault({}),
});
export type FaultPlan = z.input<typeof FaultPlan>;

export const responseFaults = ['failure5xx', 'reset', 'slowBody', 'truncatedBody', 'expiredCursor'] as const;
export type ResponseFault = (typeof responseFaults)[number];
export const webhookFaults = ['lost', 'unreachable', 'duplicated', 'reordered', 'delayed'] as const;
export type WebhookFault = (typeof webhookFaults)[number];
