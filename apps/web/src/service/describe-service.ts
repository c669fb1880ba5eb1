import type { Schemas } from '../api/refrain.ts';
import { count, formatPercent, formatTwoSignificantDigits } from '../labels/format.ts';
import { formatHours } from '../labels/times.ts';

/** Describes how often a service fails: `12 episodes in the last 90 days, 8 in the 90 days before.` */
export function describeServiceEpisodes({
  kind,
  episodes,
  episodesBefore,
  lastAt,
}: Pick<Schemas['ServiceProfile'], 'kind' | 'episodes' | 'episodesBefore' | 'lastAt'>): string {
  const scope = kind === 'repository' ? ' Only failures without a known service are counted.' : '';
  if (lastAt === null) return `No episode is recorded.${scope}`;
  return `${count(episodes, 'episode')} in the last 90 days, ${episodesBefore} in the 90 days before.${scope}`;
}

/** Describes how two services are related: `dependency, 3 shared episodes`. */
export function describeRelation({ isDependency, isDependent, sharedEpisodes }: Schemas['RelatedService']): string {
  const relations = [
    ...(isDependency ? ['dependency'] : []),
    ...(isDependent ? ['depends on this service'] : []),
    ...(sharedEpisodes > 0 ? [`failed together in ${count(sharedEpisodes, 'episode')}`] : []),
  ];
  return relations.join(', ');
}

type Delivery = Schemas['ServiceProfile']['delivery'][number];

/** Lists the delivery figures that have a value. Omits figures without a value. */
export function listDeliveryFigures(figures: Delivery): readonly (readonly [string, string])[] {
  const { deploymentFrequency, changeLeadTime, changeFailRate, failedDeploymentRecoveryTime } = figures;
  const frequency = deploymentFrequency.value;
  const failed = changeFailRate.value;
  const leadTime = changeLeadTime.value?.median.value ?? null;
  const recovery = failedDeploymentRecoveryTime.value?.median.value ?? null;
  return [
    ...(frequency === null
      ? []
      : [
          [
            'Deployments',
            frequency.perWeek < 1
              ? String(frequency.deployments)
              : `${frequency.deployments} (${formatTwoSignificantDigits(frequency.perWeek)} a week)`,
          ] as const,
        ]),
    ...(leadTime === null ? [] : [['Lead time', `${formatHours(leadTime)} (median)`] as const]),
    ...(failed === null
      ? []
      : [
          ['Change failure rate', `${formatPercent(failed.value)} (${failed.count} of ${failed.deployments})`] as const,
        ]),
    ...(recovery === null ? [] : [['Time to restore', `${formatHours(recovery)} (median)`] as const]),
  ];
}
