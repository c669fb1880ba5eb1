import { SubscriptionsResponse } from '@refrain/domain';
import { type ApiClient, requestAllPages } from '../api-client.ts';
import { createDoctorFinding, type DoctorFinding } from './doctor-finding.ts';

export async function examineSubscriptions(api: ApiClient): Promise<DoctorFinding[]> {
  const all = await requestAllPages(api, '/v1/subscriptions', SubscriptionsResponse);
  const failing = all.filter(({ state, lastProblem }) => state === 'off' || lastProblem !== null);
  if (failing.length === 0)
    return [createDoctorFinding('subscription', true, `${all.length} subscriptions, none of which is failing`, '')];
  return failing.map(({ id, kind, address, state, reason, lastProblem }) =>
    createDoctorFinding(
      'subscription',
      false,
      `${kind} ${address} (${id}) ${state === 'off' ? 'is switched off' : 'is not accepting deliveries'}`,
      [
        ...[reason, lastProblem].filter((text) => text !== null),
        `After correcting that: npx refrain subscriptions test ${id}`,
      ].join('\n'),
    ),
  );
}
