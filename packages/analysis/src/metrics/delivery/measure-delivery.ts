import type { Change, DeliveryMetrics, ObservedPeriod } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { collectDeliveryHistory, type DeliveryInput } from './collect-delivery-history.ts';
import { describeDelivery } from './describe-delivery.ts';
import { findDeploymentFailureSignals } from './find-deployment-failure-signals.ts';
import { findReworkDeployments } from './find-rework-deployments.ts';

/** Computes DORA's five metrics for production. A failed deployment counts once, however many failures it caused. */
export function measureDelivery(input: DeliveryInput, period: ObservedPeriod): DeliveryMetrics {
  const delivery = collectDeliveryHistory(input);
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  const isWithin = ({ occurredAt }: Change): boolean =>
    Date.parse(occurredAt) >= from && Date.parse(occurredAt) < until;
  const signals = findDeploymentFailureSignals(delivery);
  const judged = {
    signals: groupBy(signals, ({ deployment }) => [deployment]),
    rework: groupBy(findReworkDeployments(delivery, signals), ({ deployment }) => [deployment]),
    knowsFailures: delivery.failures.length > 0,
    period,
  };
  const deployed = [...delivery.shippings]
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([repository, shipping]) => ({
      repository,
      deployments: shipping.deployments.filter(isWithin),
      attemptsFailed: shipping.failedAttempts.filter(isWithin).length,
      leadTimes: shipping.leadTimes.filter(({ deployment }) => isWithin(deployment)).map(({ hours }) => hours),
    }));
  const all = {
    deployments: deployed.flatMap(({ deployments }) => deployments),
    attemptsFailed: deployed.reduce((sum, own) => sum + own.attemptsFailed, 0),
    leadTimes: deployed.flatMap(({ leadTimes }) => leadTimes),
  };
  return {
    period,
    environments: [...new Set(all.deployments.flatMap(({ environment }) => environment ?? []))].sort(compareStrings),
    organisation: describeDelivery(all, judged),
    repositories: deployed
      .filter(({ deployments }) => deployments.length > 0)
      .map(({ repository, ...own }) => ({ repository, ...describeDelivery(own, judged) })),
  };
}
