import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';

/** Ids outgrow what a JavaScript number holds exactly. */
const DeliveryId = z.union([z.number().int(), z.bigint()]).transform(String);

export const HookDelivery = z.looseObject({
  id: DeliveryId,
  guid: z.string(),
  delivered_at: z.string(),
  /** `OK`, or why it failed. */
  status: z.string(),
  /** 0 where there was no answer. */
  status_code: z.number(),
  /** Whether it was asked for; a server that does not say may have been asked. */
  redelivery: z.boolean().optional(),
  installation_id: z.union([z.number(), z.bigint()]).nullish(),
});
export type HookDelivery = z.output<typeof HookDelivery>;

export function hasArrived({ status, status_code }: HookDelivery): boolean {
  return status === 'OK' || (status_code >= 200 && status_code < 300);
}

/** The newest delivery of a hook; null where there is none, or where GitHub does not let it be seen. */
export async function findLastDelivery(
  client: GitHubClient,
  hookPath: string,
  signal: AbortSignal,
): Promise<HookDelivery | null> {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 1 }, exactNumbers: true, what } as const;
  const answer = await client.askIfAny(request, [400, 403, 404, 422], z.array(HookDelivery), signal);
  return answer?.data[0] ?? null;
}

/** Why nothing arrives, as GitHub tells it; null where the last delivery did arrive. */
export function deliveryProblem(last: HookDelivery | null, url: string): string | null {
  if (last === null || hasArrived(last)) return null;
  const reason = /^[\w .:,'-]{1,80}$/u.exec(last.status)?.[0] ?? 'they fail';
  return `GitHub's deliveries do not arrive (${reason}): make ${new URL(url).origin} reachable from GitHub, with a valid certificate`;
}
