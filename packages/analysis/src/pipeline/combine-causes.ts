import type { Cause, CauseAssessment, Correction, LikelyCause, LikelyTrigger, Trigger } from '@refrain/domain';
import { isBlameless } from '../blameless/is-blameless.ts';
import { groupBy } from '../collections/group-by.ts';
import { isNotGivenName } from '../patterns/names/blameless-words.ts';
import { countNames } from '../patterns/names/count-names.ts';

export interface CombinedCauses {
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly causes: LikelyCause[];
  readonly triggers: LikelyTrigger[];
}

interface Vote<Label extends string> {
  readonly label: Label;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** The most likely label of one failure, or `unknown`, and all likely ones. */
interface Opinion<Label extends string> {
  readonly label: Label;
  readonly votes: readonly Vote<Label>[];
}

/** A label counts as clear from this confidence on: it is more likely right than wrong. */
const minClear = 0.5;
/** Minimum number of failures with the same clear label */
const minAgreeing = 2;
const maxReported = 3;
const maxEvidence = 5;
/** Maximum number of phrases checked for blame. */
const maxRead = 20;

/**
 * Combines the causes of several failures. Names a cause or trigger only if it is the clear label of at least two failures
 * and of more than half of the failures with a clear label; otherwise returns `unknown`. Also lists the likely labels,
 * most frequent first. The confidence of a listed label is the highest confidence among the failures, because its calibration error was
 * lower (0.08 on generated organisations) than that of the mean (0.12 to 0.18).
 */
export function combineCauses(assessments: readonly CauseAssessment[]): CombinedCauses {
  const causes = assessments.map(({ cause, causes: likely }) => ({
    label: cause,
    votes: likely.map(({ cause: label, ...rest }) => ({ label, ...rest })),
  }));
  const triggers = assessments.map(({ trigger, triggers: likely }) => ({
    label: trigger,
    votes: likely.map(({ trigger: label, ...rest }) => ({ label, ...rest })),
  }));
  return {
    cause: findCommonLabel(causes) ?? 'unknown',
    trigger: findCommonLabel(triggers) ?? 'unknown',
    causes: rank(causes).map(({ label: cause, ...rest }) => ({ cause, ...rest })),
    triggers: rank(triggers).map(({ label: trigger, ...rest }) => ({ trigger, ...rest })),
  };
}

/** Returns the label on which most failures with a clear label agree; null without such a label. */
function findCommonLabel<Label extends string>(opinions: readonly Opinion<Label>[]): Label | null {
  const clear = opinions.flatMap(({ label, votes }) =>
    votes.some((vote) => vote.label === label && vote.confidence >= minClear) ? [label] : [],
  );
  const [first] = countNames(clear.map((label) => [label]));
  if (first === undefined || first.count < minAgreeing || 2 * first.count <= clear.length) return null;
  return clear.find((label) => label === first.name) ?? null;
}

/** Lists the labels that are the most likely one of at least one failure, highest summed confidence first. */
function rank<Label extends string>(
  opinions: readonly Opinion<Label>[],
): { label: Label; confidence: number; evidence: string[] }[] {
  const candidates = new Set<string>(opinions.map(({ label }) => label));
  const votes = opinions.flatMap((opinion) => opinion.votes);
  const byLabel = groupBy(votes, ({ label }) => (candidates.has(label) ? [label] : []));
  return [...byLabel]
    .map(([label, own]) => ({
      label,
      sum: own.reduce((total, { confidence }) => total + confidence, 0),
      // Rounds the confidence. A correction of another pattern changes it slightly, which must not mark this pattern as
      // changed.
      confidence: Math.round(Math.max(...own.map(({ confidence }) => confidence)) * 10) / 10,
      evidence: listFrequentEvidence(own.map(({ evidence }) => evidence)),
    }))
    .sort((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1))
    .slice(0, maxReported)
    .map(({ sum: _, ...rest }) => rest);
}

/** Lists the most frequent evidence. Omits phrases that blame or name a person. */
function listFrequentEvidence(lists: readonly (readonly string[])[]): string[] {
  return countNames(lists)
    .slice(0, maxRead)
    .map(({ name }) => name)
    .filter((phrase) => isBlameless(phrase) && isNotGivenName(phrase))
    .slice(0, maxEvidence);
}

export interface CauseAndTriggerDecision {
  readonly cause?: Cause;
  readonly trigger?: Trigger;
}

/** People's decisions about causes and triggers. Of several decisions, the latest counts. */
export interface CauseAndTriggerDecisions {
  readonly ofPattern: ReadonlyMap<string, CauseAndTriggerDecision>;
  readonly ofFailure: ReadonlyMap<string, CauseAndTriggerDecision>;
}

/** @param corrections corrections in the order in which people made them */
export function indexCauseDecisions(corrections: readonly Correction[]): CauseAndTriggerDecisions {
  const ofPattern = new Map<string, CauseAndTriggerDecision>();
  const ofFailure = new Map<string, CauseAndTriggerDecision>();
  for (const { decision } of corrections) {
    if (decision.kind !== 'cause') continue;
    const { patternId, failureId, cause, trigger } = decision;
    const decided = { ...(cause && { cause }), ...(trigger && { trigger }) };
    if (patternId !== undefined) ofPattern.set(patternId, { ...ofPattern.get(patternId), ...decided });
    if (failureId !== undefined) ofFailure.set(failureId, { ...ofFailure.get(failureId), ...decided });
  }
  return { ofPattern, ofFailure };
}

const certain = { confidence: 1, evidence: ['a person said so'] };

export function applyCauseDecision<Judged extends CombinedCauses | CauseAssessment>(
  judged: Judged,
  { cause, trigger }: CauseAndTriggerDecision,
): Judged {
  const certainty = 'confidence' in judged ? { ...certain, confidence: cause === 'unknown' ? 0 : 1 } : {};
  return {
    ...judged,
    ...(cause && { cause, causes: cause === 'unknown' ? [] : [{ cause, ...certain }], ...certainty }),
    ...(trigger && { trigger, triggers: trigger === 'unknown' ? [] : [{ trigger, ...certain }] }),
  };
}
