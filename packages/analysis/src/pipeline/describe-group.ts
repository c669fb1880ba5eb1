import type { CauseAssessment, Change, Correction, Failure, FailureKind, Link, Pattern } from '@refrain/domain';
import type { GroupedPattern } from '../clustering/grouping.ts';
import { describePattern } from '../lessons/describe-pattern.ts';
import type { Ending } from '../lessons/write-lesson.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { combineCauses } from './combine-causes.ts';
import { assessDecided, type DecidedCauses } from './decided-causes.ts';

export interface GroupContext {
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  /** From a failure's id to its episode's. */
  readonly episodeOf: ReadonlyMap<string, string>;
  readonly links: readonly Link[];
  readonly corrections: readonly Correction[];
  readonly decidedCauses: DecidedCauses;
  readonly statistics: CorpusStatistics;
  readonly assess: (failure: Failure) => CauseAssessment;
}

/** A group of failures as a pattern: in words, with its cause, where it shows and how often. People's decisions go first. */
export function describeGroup(group: GroupedPattern, context: GroupContext): Pattern {
  const members = group.members.flatMap(({ failureId }) => context.failures.get(failureId) ?? []);
  const decided = context.decidedCauses.ofPattern.get(group.id);
  const cause =
    decided === undefined ? combineCauses(members.map((one) => context.assess(one))) : assessDecided(decided);
  const description = describePattern({
    members,
    statistics: context.statistics,
    cause,
    endings: listEndings(members, context),
    terms: group.terms,
  });
  const times = members.map(({ occurredAt }) => occurredAt).sort();
  const countOf = (kind: FailureKind) => members.filter((member) => member.kind === kind).length;
  return {
    id: group.id,
    name: readName(group.id, context.corrections) ?? description.name,
    lesson: description.lesson,
    scenario: description.scenario,
    terms: description.terms,
    cause: cause.cause,
    trigger: cause.trigger,
    causes: cause.causes,
    triggers: cause.triggers,
    services: mostNamed(members.map(({ services }) => services)),
    repositories: mostNamed(members.map(({ repository }) => (repository === null ? [] : [repository]))),
    confidence: group.confidence,
    kinds: {
      incident: countOf('incident'),
      failed_deployment: countOf('failed_deployment'),
      reverted_change: countOf('reverted_change'),
    },
    episodes: new Set(members.map(({ id }) => context.episodeOf.get(id) ?? id)).size,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
  };
}

/** What people call this pattern; the last word counts. */
function readName(patternId: string, corrections: readonly Correction[]): string | null {
  const decisions = corrections.map(({ decision }) => decision);
  const name = decisions.findLast((decision) => decision.kind === 'rename' && decision.patternId === patternId);
  return name?.kind === 'rename' ? name.name : null;
}

function listEndings(members: readonly Failure[], { links, changes }: GroupContext): Ending[] {
  const ids = new Set(members.map(({ id }) => id));
  return links.flatMap(({ type, failureId, targetId }) => {
    const change = type === 'ended_by' && ids.has(failureId) ? changes.get(targetId) : undefined;
    return change === undefined ? [] : [{ failureId, title: change.title }];
  });
}

/** Each name once, those of most members first, of equals by name. */
function mostNamed(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1)).map(([name]) => name);
}
