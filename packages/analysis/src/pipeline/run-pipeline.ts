import type {
  CauseAssessment,
  Change,
  ChangeAssessment,
  ChangeWithPaths,
  Correction,
  CostSettings,
  Episode,
  Failure,
  Instant,
  LineageEvent,
  Link,
  Membership,
  ObservedEpisode,
  Pattern,
  ServiceDependency,
} from '@refrain/domain';
import type { DecidedCatalogueEntry } from '../catalogue/repository-affinity.ts';
import { compareStrings } from '../collections/compare-strings.ts';
import type { DuplicateFailure } from '../detection/duplicates/duplicate-match.ts';
import { mergeDuplicateFailures } from '../detection/duplicates/merge-duplicate-failures.ts';
import { isHarmStated } from '../detection/reverts/judge-revert.ts';
import { applyVerdicts, decideVerdicts } from '../detection/verdicts/decide-verdicts.ts';
import type { DecidedVerdict } from '../detection/verdicts/learn-verdicts.ts';
import { listRevertTemplates } from '../detection/verdicts/list-revert-templates.ts';
import { indexStatementDecisions, type StatementDecision } from '../extraction/statement-decisions.ts';
import { addFilesOfCauses } from '../linking/files-of-causes.ts';
import { linkFailures } from '../linking/link-failures.ts';
import { computeMeasurements, type MeasurementResult } from '../metrics/compute-measurements.ts';
import type { PatternFix } from '../metrics/effect/measure-effects.ts';
import { observeChanges } from '../metrics/observation/observe-changes.ts';
import { type EpisodeObservationInput, observeEpisodes } from '../metrics/observation/observe-episodes.ts';
import type { ClusteredPattern, PreviousPattern } from '../patterns/clustering/clustering-result.ts';
import { findPatterns } from '../patterns/clustering/find-patterns.ts';
import { derivePatternId } from '../patterns/clustering/identity.ts';
import { createCorpusStatistics } from '../patterns/similarity/corpus-statistics.ts';
import { joinPassageVectors, type PassageVectorList } from '../patterns/similarity/meanings.ts';
import type { FailureDocument } from '../text/failure-document.ts';
import { findInstructions, removeTemplateText } from '../text/remove-template-lines.ts';
import { createCauseAssessor } from './assess-failures.ts';
import { applyCauseDecision, type CauseAndTriggerDecisions, indexCauseDecisions } from './combine-causes.ts';
import { describeGroupAsPattern, determineGroupCauses } from './describe-group-as-pattern.ts';
import { giveDistinctNames } from './give-distinct-names.ts';
import { isFalseAlarm } from './is-false-alarm.ts';

export interface PipelineInput {
  /** Failures as parsed; `isFailure` does not reflect people's decisions. */
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  readonly catalogue?: readonly DecidedCatalogueEntry[];
  readonly dependencies?: readonly ServiceDependency[];
  /** Active patterns of the previous run. */
  readonly previous: readonly PreviousPattern[];
  /** End of the observed time, for the statistics. */
  readonly until: Instant;
  readonly costSettings?: CostSettings | undefined;
  readonly fixes?: readonly PatternFix[];
  /** Sentence vectors of each failure and each duplicate by failure id; absent to cluster by words alone. */
  readonly vectors?: ReadonlyMap<string, PassageVectorList> | undefined;
}

export interface PipelineOutput {
  /** Failures that repeat another failure. All other results omit them. */
  readonly duplicates: readonly DuplicateFailure[];
  /** Failures that a person confirmed or dismissed, and reverts judged like similar ones that a person judged. */
  readonly verdicts: readonly DecidedVerdict[];
  readonly links: readonly Link[];
  readonly changeAssessments: readonly ChangeAssessment[];
  readonly episodes: readonly Episode[];
  readonly patterns: readonly DescribedPattern[];
  readonly lineage: readonly Omit<LineageEvent, 'at'>[];
  readonly observed: { readonly episodes: readonly ObservedEpisode[]; readonly changes: readonly ChangeWithPaths[] };
  readonly measured: MeasurementResult;
}

interface DescribedPattern {
  readonly pattern: Pattern;
  readonly members: readonly Membership[];
  /** People's decisions about what members state, which the pattern's report quotes */
  readonly statementDecisions: readonly StatementDecision[];
}

/** Derives patterns and statistics, independently of the input's order. Takes seconds, so runs in its own thread. */
export function runPipeline({
  failures: allFailures,
  changes,
  corrections: allCorrections,
  catalogue = [],
  dependencies = [],
  previous,
  until,
  costSettings,
  fixes = [],
  vectors,
}: PipelineInput): PipelineOutput {
  const { duplicates, failures: read, corrections } = mergeDuplicateFailures(allFailures, allCorrections);
  const verdicts = decideVerdicts(read, corrections);
  const judgedFailures = applyVerdicts(read, verdicts);
  const reportTemplates = findInstructions(judgedFailures);
  const failures = removeTemplateText(judgedFailures, reportTemplates);
  const {
    links,
    changeAssessments: answers,
    episodes,
  } = linkFailures({ failures, changes, corrections, catalogue, dependencies });
  const counted = failures.filter(({ isFailure }) => isFailure);
  const { patterns, lineage } = findPatterns({
    failures: addFilesOfCauses(counted, links, changes).map(addKnowledgeOfHarm),
    episodes,
    corrections,
    previous,
    vectors: vectors && addDuplicateVectors(vectors, duplicates),
    newPatternId: derivePatternId,
  });
  const known = {
    failures: new Map(counted.map((failure) => [failure.id, failure])),
    changes: new Map(changes.map((change) => [change.id, change])),
    links,
  };
  const decidedCauses = indexCauseDecisions(corrections);
  const statementDecisions = indexStatementDecisions(corrections);
  const membersOf = new Map([
    // Retired patterns keep their last members.
    ...previous.map(({ patternId, failureIds }) => [patternId, failureIds] as const),
    ...patterns.map(({ id, members }) => [id, members.map(({ failureId }) => failureId)] as const),
  ]);
  const assess = createCauseAssessor({ ...known, decided: decidedCauses, membersOf });
  const unrelated = new Set(
    answers.flatMap(({ failureId, verdict }) => (verdict === 'not_change_related' ? [failureId] : [])),
  );
  const judged = patterns.map((group) => ({
    group,
    causes: determineGroupCauses(group, { failures: known.failures, decidedCauses, assess, unrelated }),
  }));
  const observed = observe({
    ...{ failures: counted, changes, links, corrections, catalogue, episodes, judged },
    assess: createMemberAssessor(judged, decidedCauses, assess),
    isFalseAlarm: (failure) => isFalseAlarm(failure, statementDecisions.get(failure.id)?.get('mechanism')),
  });
  const context = {
    ...known,
    observedOf: new Map(observed.episodes.flatMap((one) => one.failureIds.map((failureId) => [failureId, one]))),
    corrections,
    statistics: createCorpusStatistics(counted),
    statementDecisions,
  };
  const described = giveDistinctNames(
    judged.map(({ group, causes }) => ({
      pattern: describeGroupAsPattern(group, causes, context),
      members: group.members,
      statementDecisions: group.members.flatMap(({ failureId }) => [
        ...(statementDecisions.get(failureId)?.values() ?? []),
      ]),
    })),
    context,
  );
  const patternIds = described.map(({ pattern }) => pattern.id);
  return {
    duplicates,
    verdicts,
    links,
    changeAssessments: answers,
    episodes,
    patterns: described,
    lineage,
    observed,
    measured: computeMeasurements({
      ...observed,
      patternIds,
      until,
      costSettings,
      fixes,
      revertTemplates: listRevertTemplates({ failures: read, episodes, corrections }),
      reportTemplates,
      delivery: { failures: counted, changes, links, corrections },
    }),
  };
}

/** Adds whether a revert is known to respond to harm, by its messages or because a person confirmed it. */
function addKnowledgeOfHarm(failure: Failure): FailureDocument {
  const { kind, confidence, decidingWords = [] } = failure;
  if (kind !== 'reverted_change') return failure;
  return { ...failure, isHarmKnown: confidence === 1 || isHarmStated(decidingWords) };
}

/** Adds the vectors of duplicates, in the order of their ids, to those of their primary failures. */
function addDuplicateVectors(
  vectors: ReadonlyMap<string, PassageVectorList>,
  duplicates: readonly DuplicateFailure[],
): ReadonlyMap<string, PassageVectorList> {
  const merged = new Map(vectors);
  for (const { failureId, duplicateOf } of [...duplicates].sort((a, b) => compareStrings(a.failureId, b.failureId))) {
    const [own, more] = [merged.get(duplicateOf), vectors.get(failureId)];
    if (own !== undefined && more !== undefined) merged.set(duplicateOf, joinPassageVectors(own, more));
  }
  return merged;
}

/** Maximum number of failures outside patterns whose causes are assessed, newest first. Limits the run time. */
const maxAssessed = 10_000;

/** Returns an assessor of failures that also applies people's decisions about the pattern of a failure. */
function createMemberAssessor(
  judged: readonly { readonly group: ClusteredPattern }[],
  decided: CauseAndTriggerDecisions,
  assess: (failure: Failure) => CauseAssessment,
): (failure: Failure) => CauseAssessment {
  const patternOf = new Map(
    judged.flatMap(({ group: { id, members } }) => members.map(({ failureId }) => [failureId, id] as const)),
  );
  return (failure) =>
    applyCauseDecision(assess(failure), {
      ...decided.ofPattern.get(patternOf.get(failure.id) ?? ''),
      ...decided.ofFailure.get(failure.id),
    });
}

interface ObservationInput
  extends Pick<EpisodeObservationInput, 'failures' | 'changes' | 'links' | 'corrections' | 'isFalseAlarm'> {
  readonly catalogue: readonly DecidedCatalogueEntry[];
  readonly episodes: readonly Episode[];
  readonly judged: readonly { readonly group: ClusteredPattern; readonly causes: Pick<Pattern, 'cause'> }[];
  readonly assess: (failure: Failure) => CauseAssessment;
}

function observe({ episodes, judged, assess, ...known }: ObservationInput): PipelineOutput['observed'] {
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  const failures = known.failures.map((failure) => ({
    ...failure,
    episodeId: episodeOf.get(failure.id) ?? null,
    // The duplicates of this run are removed before this step, so a `duplicateOf` from an earlier run no longer
    // applies.
    duplicateOf: null,
  }));
  const patterns = judged.map(({ group: { id, members }, causes: { cause } }) => ({
    id,
    cause,
    failureIds: members.map(({ failureId }) => failureId),
  }));
  const grouped = new Set(patterns.flatMap(({ failureIds }) => failureIds));
  const single = failures
    .filter(({ id }) => !grouped.has(id))
    .sort((a, b) => compareStrings(b.occurredAt, a.occurredAt));
  const assessed = new Set([...grouped, ...single.slice(0, maxAssessed).map(({ id }) => id)]);
  return {
    episodes: observeEpisodes({
      ...known,
      failures,
      patterns,
      assess: (failure) =>
        assessed.has(failure.id) ? assess(failure) : { cause: 'unknown', trigger: 'unknown', confidence: 0 },
    }),
    changes: observeChanges({ ...known, services: failures.flatMap(({ services }) => services) }),
  };
}
