import {
  type CauseAssessment,
  type Change,
  type Correction,
  type Failure,
  FailureKind,
  hasTimeOfDay,
  hourInMs,
  type Link,
  type ObservedEpisode,
  type Pattern,
} from '@refrain/domain';
import {
  createServiceLocationLookup,
  type ServiceLocationLookupInput,
} from '../../catalogue/service-location-lookup.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { indexLinkDecisions } from '../../linking/link-decisions.ts';
import { computeUnionLengthOfSpans, createFailureEndFinder } from './failure-ends.ts';

export interface EpisodeObservationInput {
  readonly failures: readonly Failure[];
  readonly patterns: readonly (Pick<Pattern, 'id' | 'cause'> & {
    readonly failureIds: readonly string[];
  })[];
  readonly links: readonly Pick<Link, 'type' | 'failureId' | 'targetId' | 'score' | 'status'>[];
  readonly changes: readonly Change[];
  readonly corrections?: readonly Correction[];
  readonly catalogue?: ServiceLocationLookupInput['catalogue'];
  /** Assesses a failure. An episode whose failures state no cause has that of its pattern. */
  readonly assess?: (failure: Failure) => Pick<CauseAssessment, 'cause' | 'trigger' | 'confidence'>;
  /** Returns whether nothing failed, so that the duration is no impact. */
  readonly isFalseAlarm?: (failure: Failure) => boolean;
}

/**
 * Groups failures into episodes, in chronological order. An episode belongs to the pattern of most of its failures;
 * ties go to the pattern of the earliest failure. Ignores duplicates and dismissed failures.
 */
export function observeEpisodes(input: EpisodeObservationInput): ObservedEpisode[] {
  const { corrections = [], catalogue = [], isFalseAlarm = () => false } = input;
  const { notFailures } = indexLinkDecisions(corrections);
  const counted = input.failures
    .filter(({ id, isFailure, duplicateOf }) => isFailure && duplicateOf === null && !notFailures.has(id))
    .sort(compareByTime);
  const causes = findCauses(input);
  const { servicesOf } = createServiceLocationLookup({
    services: counted.flatMap(({ services }) => services),
    repositories: [...input.changes, ...counted].flatMap(({ repository }) => repository ?? []),
    catalogue,
  });
  const context: Context = {
    endOf: createFailureEndFinder(input.changes),
    isFalseAlarm,
    causeOf: (failure) => causes.get(failure.id) ?? null,
    servicesOf: (failure, paths) =>
      failure.repository === null
        ? []
        : servicesOf({
            repository: failure.repository,
            environment: failure.environment,
            isDeployed: failure.kind === 'failed_deployment',
            paths: new Set(paths),
          }),
  };
  const placed = assignToPatterns(input);
  const episodes = [...groupBy(counted, ({ id, episodeId }) => [episodeId ?? id])].map(([id, members]) => ({
    id,
    ...placed(members),
    ...describeTime(members, context),
    ...describeLocation(members, context),
    failureIds: members.map((member) => member.id),
  }));
  return episodes.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || compareStrings(a.id, b.id));
}

interface Context {
  readonly endOf: (failure: Failure) => number | null;
  readonly isFalseAlarm: (failure: Failure) => boolean;
  readonly causeOf: (failure: Failure) => Change | null;
  readonly servicesOf: (failure: Failure, paths: readonly string[]) => string[];
}

/** Maps failures to their causing change: the one that a person confirmed, otherwise the most likely one. */
function findCauses({ links, changes }: EpisodeObservationInput): ReadonlyMap<string, Change> {
  const known = new Map(changes.map((change) => [change.id, change]));
  const found = links
    .filter(({ type, status, targetId }) => type === 'caused_by' && status !== 'rejected' && known.has(targetId))
    .map((link) => ({ ...link, certainty: link.status === 'confirmed' ? 2 : link.score }))
    .sort((a, b) => a.certainty - b.certainty || compareStrings(b.targetId, a.targetId));
  return new Map(found.map(({ failureId, targetId }) => [failureId, known.get(targetId) as Change]));
}

function assignToPatterns({ patterns, assess }: EpisodeObservationInput) {
  const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const patternOf = new Map(patterns.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  return (members: readonly Failure[]): Pick<ObservedEpisode, 'patternId' | 'cause' | 'trigger'> => {
    const [first] = listNames(members.map(({ id }) => [patternOf.get(id)]));
    const pattern = first === undefined ? undefined : byId.get(first);
    const assessed = members.flatMap((member) => assess?.(member) ?? []).sort((a, b) => b.confidence - a.confidence);
    return {
      patternId: pattern?.id ?? null,
      cause: assessed.find(({ cause }) => cause !== 'unknown')?.cause ?? pattern?.cause ?? 'unknown',
      // Episodes of one failure may have different triggers, so a pattern's trigger says nothing about an episode.
      trigger: assessed.find(({ trigger }) => trigger !== 'unknown')?.trigger ?? 'unknown',
    };
  };
}

/** @param members failures of one episode, in chronological order */
function describeTime(members: readonly Failure[], { endOf, isFalseAlarm }: Context) {
  const spans = members.flatMap((member) => {
    const end = endOf(member);
    return end === null ? [] : [{ member, start: Date.parse(member.occurredAt), end }];
  });
  const harmful = spans.filter(({ member }) => member.kind === 'incident' && !isFalseAlarm(member));
  const isOpen = members.some((member) => member.kind === 'incident' && endOf(member) === null);
  const isDated = members.some(({ precision }) => !hasTimeOfDay(precision));
  const last = spans.reduce((latest, { end }) => Math.max(latest, end), Number.NEGATIVE_INFINITY);
  return {
    startedAt: members[0]?.occurredAt ?? '',
    precision: members[0]?.precision ?? ('instant' as const),
    endedAt: spans.length === 0 || isOpen || isDated ? null : new Date(last).toISOString(),
    hours: harmful.length === 0 ? null : computeUnionLengthOfSpans(harmful) / hourInMs,
  };
}

/**
 * Describes where an episode happened. `paths` lists only paths in the first repository: those of the causing changes
 * or, if there are none, those of the failures.
 */
function describeLocation(members: readonly Failure[], { causeOf, servicesOf }: Context) {
  const causes = members.flatMap((member) => causeOf(member) ?? []);
  const pathsOf = (failure: Failure) => {
    const cause = causeOf(failure);
    return cause !== null && cause.repository === failure.repository ? cause.paths : failure.paths;
  };
  const named = listNames(members.map(({ services }) => services));
  const repositories = [
    ...listNames(causes.map(({ repository }) => [repository])),
    ...listNames(members.map(({ repository }) => [repository])),
  ];
  const ofFirst = <T extends Pick<Failure, 'repository' | 'paths'>>(all: readonly T[]) =>
    all.filter(({ repository }) => repository === repositories[0]).flatMap(({ paths }) => paths);
  const changed = ofFirst(causes);
  return {
    kinds: FailureKind.options.filter((kind) => members.some((member) => member.kind === kind)),
    services: named.length > 0 ? named : listNames(members.map((member) => servicesOf(member, pathsOf(member)))),
    repositories: [...new Set(repositories)],
    environments: listNames(members.map(({ environment }) => [environment])),
    paths: [...new Set(changed.length > 0 ? changed : ofFirst(members))].sort(),
  };
}

/** Lists each name once, the most frequent first; equally frequent names in order of first occurrence. */
function listNames(lists: readonly (readonly (string | null | undefined)[])[]): string[] {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const name of new Set(list)) if (name != null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
