import type { CorrectionDecision, Failure, FailureStatements, Trigger } from '@refrain/domain';
import { isQuotable } from '../blameless/is-quotable.ts';
import { createPassageFinder } from '../extraction/create-passage-finder.ts';
import { readReport } from '../extraction/read-report.ts';
import { readSentences } from '../extraction/read-sentences.ts';
import { stateExplanation } from '../extraction/state-explanation.ts';
import { type StatingFailure, statePassage } from '../extraction/state-passage.ts';
import { indexStatementDecisions, noStatementDecisions } from '../extraction/statement-decisions.ts';
import { findComponentName } from './find-component-name.ts';
import { findSymptom } from './find-symptom.ts';
import { stateMechanism } from './state-mechanism.ts';
import { stateTrigger } from './state-trigger.ts';

type DescribedFailure = StatingFailure & Pick<Failure, 'id' | 'services'>;

/**
 * Finds what the title and text of a failure state. A person's decision takes precedence.
 * @param decisions in the order in which people made them; decisions about other failures are ignored
 */
export function stateFailure(
  failure: DescribedFailure,
  decisions: readonly CorrectionDecision[] = [],
): FailureStatements {
  const decided =
    indexStatementDecisions(decisions.map((decision) => ({ decision }))).get(failure.id) ?? noStatementDecisions;
  const reading = readReport(failure);
  const { rootCause, resolution } = stateExplanation(failure, decided);
  return {
    component: statePassage(failure, decided.get('component'), findComponentName(failure, reading)),
    symptom: statePassage(failure, decided.get('symptom'), findSymptom(failure)),
    mechanism: stateMechanism(failure, reading, decided.get('mechanism')),
    rootCause,
    trigger: stateTrigger(failure, reading, findDecidedTrigger(failure.id, decisions)),
    resolution,
  };
}

function findDecidedTrigger(failureId: string, decisions: readonly CorrectionDecision[]): Trigger | undefined {
  const triggers = decisions.flatMap((decision) =>
    decision.kind === 'cause' && decision.failureId === failureId ? (decision.trigger ?? []) : [],
  );
  return triggers.at(-1);
}

/** Lists the passages that a person can choose for a statement: the title and the sentences that may be quoted. */
export function listQuotableSentences({ title, text }: Pick<Failure, 'title' | 'text'>): string[] {
  const isStated = createPassageFinder(`${title}\n${text}`);
  const sentences = [title, ...readSentences(text).map((sentence) => sentence.text)];
  return [...new Set(sentences)].filter((sentence) => isQuotable(sentence) && isStated(sentence));
}
