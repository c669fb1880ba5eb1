import type {
  CauseAssessment,
  Change,
  Correction,
  Failure,
  FailureKind,
  Link,
  Membership,
  ObservedEpisode,
  Pattern,
  PatternJudgement,
  Trigger,
} from '@refrain/domain';
import type { StatementDecisions } from '../extraction/statement-decisions.ts';
import { findRetriedFailures } from '../linking/find-retried-failures.ts';
import { isOnlyUnconfirmedRevert, judgeResolutionCertainty } from '../linking/judge-resolution-certainty.ts';
import { minCommonStrength } from '../mechanisms/mechanism-strengths.ts';
import type { ClusteredPattern } from '../patterns/clustering/clustering-result.ts';
import { countNames } from '../patterns/names/count-names.ts';
import { describePattern } from '../patterns/names/describe-pattern.ts';
import type { CorpusStatistics } from '../patterns/similarity/corpus-statistics.ts';
import type { ResolutionStatements } from '../remedies/count-remedies.ts';
import {
  applyCauseDecision,
  type CauseAndTriggerDecisions,
  type CombinedCauses,
  combineCauses,
} from './combine-causes.ts';
import { computeHarmScore, type PatternEvidence } from './compute-harm-score.ts';

export interface PatternDescriptionSources {
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  /** Observed episodes, keyed by the ids of their failures. */
  readonly observedOf: ReadonlyMap<string, ObservedEpisode>;
  readonly links: readonly Link[];
  readonly corrections: readonly Correction[];
  readonly statistics: CorpusStatistics;
  /** People's decisions about what failures state, by failure id */
  readonly statementDecisions: ReadonlyMap<string, StatementDecisions>;
}

export interface GroupCauseSources extends Pick<PatternDescriptionSources, 'failures'> {
  readonly decidedCauses: CauseAndTriggerDecisions;
  readonly assess: (failure: Failure) => CauseAssessment;
  /** Ids of failures that, as far as is known, were not caused by a change of the organisation. */
  readonly unrelated: ReadonlySet<string>;
}

export interface GroupCauses extends CombinedCauses {
  /** Ids of the failures that have the group's trigger because a person decided so, for the failure or the pattern */
  readonly triggeredFailureIds: ReadonlySet<string>;
}

/**
 * Number of episodes from which similar texts alone show that failures are one recurring failure. Readers called 8 of 12
 * such groups without a common mechanism one failure, but only 4 of 23 smaller ones.
 */
const minClearEpisodes = 6;

const ownChanges: ReadonlySet<Trigger> = new Set(['deployment', 'config_push']);

/** Determines a group's cause and trigger. A person's decision takes precedence. */
export function determineGroupCauses(
  group: ClusteredPattern,
  { failures, decidedCauses, assess, unrelated }: GroupCauseSources,
): GroupCauses {
  const decided = decidedCauses.ofPattern.get(group.id) ?? {};
  const members = listMembers(group, failures);
  const decidedTriggerOf = ({ id }: Failure) => decidedCauses.ofFailure.get(id)?.trigger;
  const assessments = members.map((member) =>
    unrelated.has(member.id) && decidedTriggerOf(member) === undefined
      ? removeOwnChanges(assess(member))
      : assess(member),
  );
  const judged = applyCauseDecision(combineCauses(assessments), decided);
  const triggered = members.filter((member) => (decided.trigger ?? decidedTriggerOf(member)) === judged.trigger);
  return { ...judged, triggeredFailureIds: new Set(triggered.map(({ id }) => id)) };
}

/** Removes triggers that are a change of the organisation. */
function removeOwnChanges(assessment: CauseAssessment): CauseAssessment {
  const { trigger, triggers } = assessment;
  return {
    ...assessment,
    trigger: ownChanges.has(trigger) ? 'unknown' : trigger,
    triggers: triggers.filter((likely) => !ownChanges.has(likely.trigger)),
  };
}

export function describeGroupAsPattern(
  group: ClusteredPattern,
  cause: GroupCauses,
  context: PatternDescriptionSources,
): Pattern {
  const members = listMembers(group, context.failures);
  const episodes = [...new Set(members.flatMap(({ id }) => context.observedOf.get(id) ?? []))];
  const description = describePattern({
    members,
    episodes,
    statistics: context.statistics,
    terms: group.terms,
    decisions: context.statementDecisions,
    cause,
    triggeredIds: cause.triggeredFailureIds,
    resolutions: listResolutions(members, context),
  });
  const times = members.map(({ occurredAt }) => occurredAt).sort();
  const judgement = readJudgement(group.id, context.corrections);
  const countOf = (kind: FailureKind) => members.filter((member) => member.kind === kind).length;
  return {
    id: group.id,
    name: readChosenName(group, context.corrections) ?? description.name,
    lesson: description.lesson,
    scenario: description.scenario,
    terms: group.terms,
    cause: cause.cause,
    trigger: cause.trigger,
    ...(description.mechanism === null ? {} : { mechanism: description.mechanism }),
    causes: cause.causes,
    triggers: cause.triggers,
    services: listNames(episodes.map(({ services }) => services)),
    repositories: listNames(episodes.map(({ repositories }) => repositories)),
    confidence: group.confidence,
    kinds: {
      incident: countOf('incident'),
      failed_deployment: countOf('failed_deployment'),
      reverted_change: countOf('reverted_change'),
    },
    episodes: episodes.length,
    harm: computeHarmScore(
      episodes,
      context.failures,
      judgement === 'confirmed' ? 'strong' : findEvidence(description, episodes.length),
    ),
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
    // Omits the field if there is no judgement, because a null would change all stored patterns and reports.
    ...(judgement === null ? {} : { judgement }),
  };
}

function findEvidence(
  { saysWhatFails, mechanismAgreement }: ReturnType<typeof describePattern>,
  episodes: number,
): PatternEvidence {
  if (!saysWhatFails) return 'none';
  return mechanismAgreement >= minCommonStrength || episodes >= minClearEpisodes ? 'strong' : 'similar_texts';
}

function listMembers({ members }: ClusteredPattern, failures: ReadonlyMap<string, Failure>): Failure[] {
  return members.flatMap(({ failureId }) => failures.get(failureId) ?? []);
}

/**
 * Returns the last name that a person gave to a pattern; null if nobody named it. The name of the pattern itself takes precedence
 * over a name given to the pattern of one of its failures, which may have moved here since.
 */
export function readChosenName(
  { id, members }: { readonly id: string; readonly members: readonly Pick<Membership, 'failureId'>[] },
  corrections: readonly Correction[],
): string | null {
  const names = corrections.flatMap(({ decision }) => (decision.kind === 'rename' ? [decision] : []));
  const memberIds = new Set(members.map(({ failureId }) => failureId));
  const ofPattern = names.findLast(({ patternId }) => patternId === id);
  const ofMember = names.findLast(({ failureId }) => failureId !== undefined && memberIds.has(failureId));
  return (ofPattern ?? ofMember)?.name ?? null;
}

function readJudgement(patternId: string, corrections: readonly Correction[]): PatternJudgement | null {
  const decisions = corrections.map(({ decision }) => decision);
  const judgement = decisions.findLast((decision) => decision.kind === 'pattern' && decision.patternId === patternId);
  if (judgement?.kind !== 'pattern') return null;
  return judgement.right ? 'confirmed' : 'dismissed';
}

/**
 * Lists confirmed or nearly certain resolutions by a change. If the failure is a reverted change, its own revert must be
 * confirmed. Omits failed deployments that succeeded unchanged.
 */
function listResolutions(
  members: readonly Failure[],
  { links, changes }: PatternDescriptionSources,
): ResolutionStatements['changes'][number][] {
  const kinds = new Map(members.map(({ id, kind }) => [id, kind]));
  const retried = findRetriedFailures(links);
  return links.flatMap(({ type, failureId, targetId, score, status }) => {
    const isResolution =
      type === 'resolved_by' && status !== 'rejected' && kinds.has(failureId) && !retried.has(failureId);
    const isConfirmed = status === 'confirmed';
    const isConfident =
      !isOnlyUnconfirmedRevert(kinds.get(failureId), isConfirmed) &&
      judgeResolutionCertainty(score, isConfirmed) !== 'possible';
    const change = isResolution && isConfident ? changes.get(targetId) : undefined;
    return change === undefined ? [] : [{ failureId, title: change.title, at: change.occurredAt }];
  });
}

function listNames(lists: readonly (readonly string[])[]): string[] {
  return countNames(lists).map(({ name }) => name);
}
