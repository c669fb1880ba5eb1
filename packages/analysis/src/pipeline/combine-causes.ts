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

const maxReported = 3;
const maxEvidence = 5;
/** Maximum number of phrases checked for blame. */
const maxRead = 20;

/**
 * Combines the causes of several failures. The confidence of a label is the highest confidence among the failures,
 * because its calibration error was lower (0.08 on generated organisations) than that of the mean (0.12 to 0.18).
 */
export function combineCauses(assessments: readonly CauseAssessment[]): CombinedCauses {
  const causes = rank(
    assessments.map(({ cause }) => cause),
    assessments.flatMap(({ causes: own }) => own.map(({ cause: label, ...rest }) => ({ label, ...rest }))),
  ).map(({ label, ...rest }) => ({ cause: label, ...rest }));
  const triggers = rank(
    assessments.map(({ trigger }) => trigger),
    assessments.flatMap(({ triggers: own }) => own.map(({ trigger: label, ...rest }) => ({ label, ...rest }))),
  ).map(({ label, ...rest }) => ({ trigger: label, ...rest }));
  return {
    cause: causes[0]?.cause ?? 'unknown',
    trigger: triggers[0]?.trigger ?? 'unknown',
    causes: causes.slice(0, maxReported),
    triggers: triggers.slice(0, maxReported),
  };
}

function rank<Label extends string>(
  named: readonly (Label | 'unknown')[],
  votes: readonly Vote<Label>[],
): { label: Label; confidence: number; evidence: string[] }[] {
  const candidates = new Set<string>(named);
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
