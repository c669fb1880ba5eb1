import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';

/** Ids exceed 2^53, so they are parsed as `bigint`. */
const DeliveryId = z.union([z.number().int(), z.bigint()]).transform(String);

export const HookDelivery = z.looseObject({
  id: DeliveryId,
  guid: z.string(),
  delivered_at: z.string(),
  status: z.string(),
  /** HTTP status of the response; 0 without a response. */
  status_code: z.number(),
  /** Whether this is a redelivery; absent on servers that do not report it. */
  redelivery: z.boolean().optional(),
  installation_id: z.union([z.number(), z.bigint()]).nullish(),
});
export type HookDelivery = z.output<typeof HookDelivery>;

export function hasHookDeliveryArrived({ status, status_code }: HookDelivery): boolean {
  return status === 'OK' || (status_code >= 200 && status_code < 300);
}

/** Returns the newest delivery of a hook; null if there is none or the list cannot be read. */
export async function findLastHookDelivery(client: GitHubClient, hookPath: string): Promise<HookDelivery | null> {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 1 }, exactNumbers: true, what } as const;
  const answer = await client.requestIfAny(request, [400, 403, 404, 422], z.array(HookDelivery));
  return answer?.data[0] ?? null;
}

/** Describes why the last delivery failed; null if it arrived. */
export function describeHookDeliveryProblem(last: HookDelivery | null, url: string): string | null {
  if (last === null || hasHookDeliveryArrived(last)) return null;
  const reason = /^[\w .:,'-]{1,80}$/u.exec(last.status)?.[0] ?? 'they fail';
  return `GitHub's deliveries do not arrive (${reason}): make ${new URL(url).origin} reachable from GitHub, with a valid certificate`;
}
