import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';

/** Ids exceed the integers that a JavaScript number represents exactly. */
const DeliveryId = z.union([z.number().int(), z.bigint()]).transform(String);

export const HookDelivery = z.looseObject({
  id: DeliveryId,
  guid: z.string(),
  delivered_at: z.string(),
  /** `OK`, or why it failed. */
  status: z.string(),
  /** 0 if there was no response. */
  status_code: z.number(),
  /** Whether it was requested; unknown on servers that do not report it. */
  redelivery: z.boolean().optional(),
  installation_id: z.union([z.number(), z.bigint()]).nullish(),
});
export type HookDelivery = z.output<typeof HookDelivery>;

export function hasArrived({ status, status_code }: HookDelivery): boolean {
  return status === 'OK' || (status_code >= 200 && status_code < 300);
}

/** Finds the newest delivery of a hook; null if there is none, or if GitHub does not permit reading it. */
export async function findLastDelivery(
  client: GitHubClient,
  hookPath: string,
  signal: AbortSignal,
): Promise<HookDelivery | null> {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 1 }, exactNumbers: true, what } as const;
  const answer = await client.requestIfAny(request, [400, 403, 404, 422], z.array(HookDelivery), signal);
  return answer?.data[0] ?? null;
}

/** Returns why nothing arrives, as GitHub reports it; null if the last delivery arrived. */
export function deliveryProblem(last: HookDelivery | null, url: string): string | null {
  if (last === null || hasArrived(last)) return null;
  const reason = /^[\w .:,'-]{1,80}$/u.exec(last.status)?.[0] ?? 'they fail';
  return `GitHub's deliveries do not arrive (${reason}): make ${new URL(url).origin} reachable from GitHub, with a valid certificate`;
}
