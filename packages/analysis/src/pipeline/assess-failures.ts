import type { CauseAssessment, Change, Failure, Link } from '@refrain/domain';
import { assessCause } from '../causes/assess-cause.ts';
import type { CauseAssessmentInput, LinkedChange } from '../causes/cause-assessment-input.ts';
import { type CauseTrainingExample, trainCauseModel } from '../causes/cause-model.ts';
import { groupBy } from '../collections/group-by.ts';
import { findRetriedFailures } from '../linking/find-retried-failures.ts';
import { applyCauseDecision, type CauseAndTriggerDecision, type CauseAndTriggerDecisions } from './combine-causes.ts';

export interface CauseAssessorInput {
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  readonly links: readonly Link[];
  readonly decided: CauseAndTriggerDecisions;
  /** Ids of each pattern's failures. Includes retired patterns, because decisions may refer to them. */
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Returns an assessor trained on people's decisions. A decision about a pattern weighs as much as one about a failure.
 */
export function createCauseAssessor(input: CauseAssessorInput): (failure: Failure) => CauseAssessment {
  const { failures, decided } = input;
  const changesOf = listLinkedChanges(input);
  const retried = findRetriedFailures(input.links);
  const read = (failure: Failure): CauseAssessmentInput => ({
    title: failure.title,
    text: failure.text,
    kind: failure.kind,
    paths: failure.paths,
    changes: changesOf.get(failure.id) ?? [],
    isRetried: retried.has(failure.id),
  });
  const model = trainCauseModel([
    ...[...decided.ofFailure].flatMap(([id, decision]) => toExamples([id], `failure ${id}`, decision)),
    ...[...decided.ofPattern].flatMap(([id, decision]) => {
      const members = (input.membersOf.get(id) ?? []).filter((member) => !decided.ofFailure.has(member));
      return toExamples(members, `pattern ${id}`, decision);
    }),
  ]);

  function toExamples(
    ids: readonly string[],
    group: string,
    decision: CauseAndTriggerDecision,
  ): CauseTrainingExample[] {
    const known = ids.flatMap((id) => failures.get(id) ?? []);
    return known.map((failure) => ({
      cause: 'unknown',
      trigger: 'unknown',
      ...decision,
      id: failure.id,
      group,
      document: read(failure),
      weight: 1 / known.length,
    }));
  }

  const assessed = new Map<string, CauseAssessment>();
  return (failure) => {
    const known = assessed.get(failure.id);
    if (known !== undefined) return known;
    const decision = decided.ofFailure.get(failure.id);
    const found = applyCauseDecision(assessCause(read(failure), model), decision ?? {});
    assessed.set(failure.id, found);
    return found;
  };
}

function listLinkedChanges({ links, changes }: CauseAssessorInput): ReadonlyMap<string, readonly LinkedChange[]> {
  const found = links.flatMap(({ type: relation, failureId, targetId, score, status }) => {
    const change = changes.get(targetId);
    if (change === undefined || status === 'rejected') return [];
    if (relation !== 'caused_by' && relation !== 'resolved_by') return [];
    const { kind, title, paths } = change;
    const certainty = status === 'confirmed' ? 1 : score;
    return [{ failureId, targetId, change: { relation, kind, title, paths, score: certainty } }];
  });
  found.sort((a, b) => b.change.score - a.change.score || (a.targetId < b.targetId ? -1 : 1));
  const grouped = groupBy(found, ({ failureId }) => [failureId]);
  return new Map([...grouped].map(([failureId, list]) => [failureId, list.map(({ change }) => change)]));
}
