import type { Schemas } from '../api/refrain.ts';
import type { Figure } from '../components/figure-cards.tsx';
import { providerNames } from '../labels/audit-labels.ts';
import { catalogueEntryOriginLabels, causeLabels, recurrenceLabels, trendLabels } from '../labels/domain-labels.ts';
import {
  capitalise,
  count,
  formatPercent,
  formatHours as formatTotalHours,
  formatTwoSignificantDigits,
} from '../labels/format.ts';
import { formatHours } from '../labels/times.ts';

type Profile = Schemas['ServiceProfile'];

/** A less frequent cause does not say what a service suffers from. */
const minCauseShare = 1 / 3;
const minEpisodes = 3;

/** Names the most frequent cause: `Most often capacity: 28 of 64 episodes.` Returns null if none clearly is. */
function describeMainCause({ causes, episodes }: Pick<Profile, 'causes' | 'episodes'>): string | null {
  const [first, second] = causes.filter(({ cause }) => cause !== 'unknown');
  if (first === undefined || episodes < minEpisodes || first.episodes < minCauseShare * episodes) return null;
  if (first.episodes === second?.episodes) return null;
  return `Most often ${causeLabels[first.cause]}: ${first.episodes} of ${count(episodes, 'episode')}.`;
}

/** Says what a service suffers from, who owns it, and which failures are counted: `Owned by payments.` */
export function describeService(profile: Pick<Profile, 'kind' | 'teams' | 'lastAt' | 'causes' | 'episodes'>): string {
  const { kind, teams, lastAt } = profile;
  return [
    describeMainCause(profile),
    teams.length === 0 ? 'No owner is known.' : `Owned by ${teams.join(', ')}.`,
    ...(lastAt === null ? ['No episodes are recorded.'] : []),
    ...(kind === 'repository' ? ['Only failures without a known service are counted.'] : []),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** Says where the owners of a service are stated. */
export function describeOwnerSource({ teamFiles, teamProvider }: Pick<Profile, 'teamFiles' | 'teamProvider'>): string {
  if (teamProvider !== null) return `from ${providerNames[teamProvider] ?? teamProvider}`;
  return teamFiles.map((file) => catalogueEntryOriginLabels[file]).join(' and ');
}

const directionLabels: Readonly<Record<Schemas['TrendDirection'], string>> = {
  falling: 'clearly better',
  rising: 'clearly worse',
  steady: 'about the same',
  no_clear_change: 'within normal variation',
  too_few: 'too few to compare',
};

/** Lists the most important figures of a service. Omits figures without a value. */
export function listServiceFigures({
  episodes,
  episodesBefore,
  direction,
  impactHours,
  totalPatterns,
  patterns,
  delivery,
}: Pick<
  Profile,
  'episodes' | 'episodesBefore' | 'direction' | 'impactHours' | 'totalPatterns' | 'patterns' | 'delivery'
>): readonly Figure[] {
  const undecided = patterns.filter(({ improvement }) => improvement?.state === 'proposed').length;
  const failed = delivery.flatMap(({ changeFailRate: { value } }) => value ?? []);
  const deployments = failed.reduce((sum, one) => sum + one.deployments, 0);
  const failures = failed.reduce((sum, one) => sum + one.count, 0);
  return [
    {
      label: 'Episodes',
      value: String(episodes),
      note:
        episodesBefore === null
          ? 'No earlier period to compare'
          : `${episodesBefore} in the period before${direction === null ? '' : `: ${directionLabels[direction]}`}`,
    },
    ...(impactHours === null
      ? []
      : [{ label: 'Impact', value: formatTotalHours(impactHours), note: 'Of incidents, from start to resolution' }]),
    {
      label: 'Patterns',
      value: String(totalPatterns),
      note: undecided === 0 ? 'No improvement is waiting for approval' : `${undecided} with a proposal to approve`,
    },
    ...(deployments === 0
      ? []
      : [
          {
            label: 'Deployments, 90 days',
            value: String(deployments),
            note: `${failures === 0 ? 'None' : failures} led to a failure`,
          },
        ]),
  ];
}

/** Describes the trend of a pattern, or that it is new, returned or quiet, which says more than an unclear trend. */
export function describePatternTrend({
  recurrence,
  direction,
}: Pick<Schemas['ServicePattern'], 'recurrence' | 'direction'>): string {
  const isConfirmed = direction === 'rising' || direction === 'falling';
  // A pattern that recurs may have become rarer, so this is no trend.
  if (!isConfirmed && recurrence !== null && recurrence !== 'recurring')
    return capitalise(recurrenceLabels[recurrence]);
  return capitalise(trendLabels[direction ?? 'too_few']);
}

/** Describes how two services are related: `dependency, 3 shared episodes`. */
export function describeRelation({ isDependency, isDependent, sharedEpisodes }: Schemas['RelatedService']): string {
  const relations = [
    ...(isDependency ? ['dependency'] : []),
    ...(isDependent ? ['depends on this service'] : []),
    ...(sharedEpisodes > 0 ? [count(sharedEpisodes, 'shared episode')] : []),
  ];
  return relations.join(', ');
}

type Delivery = Profile['delivery'][number];

/** With fewer deployments, a rate of 0 % is compatible with one failure in six deployments (95 % interval). */
const minDeployments = 20;

function describeFailureRate({
  count: failed,
  deployments,
  value,
}: NonNullable<Delivery['changeFailRate']['value']>): string {
  return deployments < minDeployments
    ? `${failed} of ${deployments}, too few for a rate`
    : `${formatPercent(value)} (${failed} of ${deployments})`;
}

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
    ...(failed === null ? [] : [['Change failure rate', describeFailureRate(failed)] as const]),
    ...(recovery === null ? [] : [['Time to restore', `${formatHours(recovery)} (median)`] as const]),
  ];
}
