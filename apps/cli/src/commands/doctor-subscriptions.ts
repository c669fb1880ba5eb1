import { SubscriptionsResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { listAll } from '../list-all.ts';
import { type Finding, find } from './finding.ts';

/** Whether those who are to be told are: who was switched off, and who does not take what is sent. */
export async function examineSubscriptions(api: ApiClient): Promise<Finding[]> {
  const all = await listAll(api, '/v1/subscriptions', SubscriptionsResponse);
  const failing = all.filter(({ state, lastProblem }) => state === 'off' || lastProblem !== null);
  if (failing.length === 0) return [find('subscription', true, `${all.length} subscriptions, none of them fails`, '')];
  return failing.map(({ id, kind, address, state, reason, lastProblem }) =>
    find(
      'subscription',
      false,
      `${kind} ${address} (${id}) ${state === 'off' ? 'is switched off' : 'does not take what is sent'}`,
      [
        ...[reason, lastProblem].filter((text) => text !== null),
        `Once that is mended: npx refrain subscriptions test ${id}`,
      ].join('\n'),
    ),
  );
}
