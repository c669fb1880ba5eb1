import type {
  CauseAssessment,
  Change,
  Correction,
  Failure,
  FailureKind,
  Link,
  ObservedEpisode,
  Pattern,
  PatternJudgement,
  Trigger,
} from '@refrain/domain';
import { isOwnRevert, judgeCertainty } from '../causes/resolution/judge-certainty.ts';
import type { GroupedPattern } from '../patterns/clustering/clustering-result.ts';
import { countNames } from '../patterns/names/count-names.ts';
import { describePattern } from '../patterns/names/describe-pattern.ts';
import type { ResolutionLink } from '../patterns/names/write-lesson.ts';
import type { CorpusStatistics } from '../patterns/similarity/corpus-statistics.ts';
import { type CombinedCauses, combineCauses } from './combine-causes.ts';
import { type DecidedCauses, layDecided } from './decided-causes.ts';
import { measureHarm } from './measure-harm.ts';

export interface GroupContext {
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  /** From a failure's id to its episode. */
  readonly observedOf: ReadonlyMap<string, ObservedEpisode>;
  readonly links: readonly Link[];
  readonly corrections: readonly Correction[];
  readonly statistics: CorpusStatistics;
}

export interface CauseContext extends Pick<GroupContext, 'failures'> {
  readonly decidedCauses: DecidedCauses;
  readonly assess: (failure: Failure) => CauseAssessment;
  /** Failures that no change of the organisation's own set off, as far as is known. */
  readonly unrelated: ReadonlySet<string>;
}

export interface JudgedCauses extends CombinedCauses {
  /** Members whose own trigger is the group's: all of them where a person said it of the group. */
  readonly setOff: ReadonlySet<string>;
}

/** Triggers that are changes of the organisation's own. */
const ownChanges: ReadonlySet<Trigger> = new Set(['deployment', 'config_push']);

/**
 * What a group of failures is put down to. A person's decision goes first. That words speak of a change counts for nothing with a
 * failure that none set off.
 */
export function judgeGroup(
  group: GroupedPattern,
  { failures, decidedCauses, assess, unrelated }: CauseContext,
): JudgedCauses {
  const said = decidedCauses.ofPattern.get(group.id) ?? {};
  const assessed = listMembers(group, failures).map((member) => ({ id: member.id, own: assess(member) }));
  const judged = layDecided(combineCauses(assessed.map(({ own }) => own)), said);
  const isRefuted = (id: string) =>
    ownChanges.has(judged.trigger) && unrelated.has(id) && decidedCauses.ofFailure.get(id)?.trigger === undefined;
  const setOff = assessed.filter(
    ({ id, own }) => said.trigger !== undefined || (own.trigger === judged.trigger && !isRefuted(id)),
  );
  return { ...judged, setOff: new Set(setOff.map(({ id }) => id)) };
}

/** A group of failures as a pattern: in words, where it shows and how often, by its episodes. A person's name for it goes first. */
export function describeGroup(group: GroupedPattern, cause: JudgedCauses, context: GroupContext): Pattern {
  const members = listMembers(group, context.failures);
  const episodes = [...new Set(members.flatMap(({ id }) => context.observedOf.get(id) ?? []))];
  const description = describePattern({
    members,
    episodes,
    statistics: context.statistics,
    cause,
    setOff: cause.setOff,
    resolutions: listResolutions(members, context),
    terms: group.terms,
  });
  const times = members.map(({ occurredAt }) => occurredAt).sort();
  const judgement = readJudgement(group.id, context.corrections);
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
    services: maxNamed(episodes.map(({ services }) => services)),
    repositories: maxNamed(episodes.map(({ repositories }) => repositories)),
    confidence: group.confidence,
    kinds: {
      incident: countOf('incident'),
      failed_deployment: countOf('failed_deployment'),
      reverted_change: countOf('reverted_change'),
    },
    episodes: episodes.length,
    harm: measureHarm(episodes, context.failures),
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
    // Absent where nobody has said: what earlier versions wrote stays the same, and its report too.
    ...(judgement === null ? {} : { judgement }),
  };
}

function listMembers({ members }: GroupedPattern, failures: ReadonlyMap<string, Failure>): Failure[] {
  return members.flatMap(({ failureId }) => failures.get(failureId) ?? []);
}

/** What people call this pattern; the last word counts. */
function readName(patternId: string, corrections: readonly Correction[]): string | null {
  const decisions = corrections.map(({ decision }) => decision);
  const name = decisions.findLast((decision) => decision.kind === 'rename' && decision.patternId === patternId);
  return name?.kind === 'rename' ? name.name : null;
}

/** What people say of this pattern; the last word counts. */
function readJudgement(patternId: string, corrections: readonly Correction[]): PatternJudgement | null {
  const decisions = corrections.map(({ decision }) => decision);
  const said = decisions.findLast((decision) => decision.kind === 'pattern' && decision.patternId === patternId);
  if (said?.kind !== 'pattern') return null;
  return said.right ? 'confirmed' : 'dismissed';
}

/** Changes that resolved members, confirmed or nearly certain. Of a reverted change the revert is the failure itself, unless a person confirmed it. */
function listResolutions(members: readonly Failure[], { links, changes }: GroupContext): ResolutionLink[] {
  const kinds = new Map(members.map(({ id, kind }) => [id, kind]));
  return links.flatMap(({ type, failureId, targetId, score, status }) => {
    const isResolution = type === 'resolved_by' && status !== 'rejected' && kinds.has(failureId);
    const isConfirmed = status === 'confirmed';
    const isConfident =
      !isOwnRevert(kinds.get(failureId), isConfirmed) && judgeCertainty(score, isConfirmed) !== 'possible';
    const change = isResolution && isConfident ? changes.get(targetId) : undefined;
    return change === undefined ? [] : [{ failureId, title: change.title }];
  });
}

/** Each name once, those of most episodes first, of equals by name. */
function maxNamed(lists: readonly (readonly string[])[]): string[] {
  return countNames(lists).map(({ name }) => name);
}
