import type { FailureStatement } from '@refrain/domain';
import { isActionStated, isSuccessStated, readSentenceSignals } from './read-sentence-signals.ts';
import { type ReportSentence, readSentences } from './read-sentences.ts';
import { quoteSentences } from './report-passages.ts';
import { findResolution } from './resolution/find-resolution.ts';
import { findRootCause } from './root-cause/find-root-cause.ts';
import { isCauseStated } from './root-cause/list-root-cause-passages.ts';
import { type StatingFailure, statePassage } from './state-passage.ts';
import type { StatementDecisions } from './statement-decisions.ts';

/** Matches the end of a sentence that states the cause and then the remedy: “… caused by a bug and mitigated by a rollback.” */
const remedyClause =
  /\b(?:mitigated|resolved|fixed|remedied|solved|restored) (?:by|after|once|through|with) [^;]{10,}$/u;

interface Explanation {
  readonly rootCause: FailureStatement | null;
  readonly resolution: FailureStatement | null;
}

/**
 * Returns the root cause and the resolution of a failure. Extracts them only from the reports of incidents, because the
 * texts of deployments and reverts are logs and commit messages.
 */
export function stateExplanation(failure: StatingFailure, decisions: StatementDecisions): Explanation {
  const { kind = 'incident', title, text } = failure;
  const isReport = kind === 'incident';
  return separate({
    rootCause: statePassage(failure, decisions.get('root_cause'), isReport ? findRootCause(title, text) : null),
    resolution: statePassage(failure, decisions.get('resolution'), isReport ? findResolution(text) : null),
  });
}

/** Assigns sentences that both extracted passages contain to one of them, so that a report does not repeat them. */
function separate({ rootCause, resolution }: Explanation): Explanation {
  if (rootCause === null || resolution === null || rootCause.isDecided || resolution.isDecided)
    return { rootCause, resolution };
  const cause = readSentences(rootCause.quote);
  const ended = readSentences(resolution.quote);
  const shared = listTexts(ended.filter(({ text }) => listTexts(cause).has(text)));
  if (shared.size === 0) return { rootCause, resolution };
  const ownCause = removeSentences(cause, ({ text }) => shared.has(text) && isRemedy(text));
  const ownEnd = removeSentences(ended, ({ text }) => listTexts(ownCause).has(text));
  const endQuote = quoteSentences(ownEnd);
  const isRepeated = ownEnd.every(({ text }) => listTexts(ownCause).has(text));
  return {
    rootCause: { ...rootCause, quote: quoteSentences(ownCause) },
    resolution: { ...resolution, quote: isRepeated ? (remedyClause.exec(endQuote)?.[0] ?? endQuote) : endQuote },
  };
}

function listTexts(sentences: readonly ReportSentence[]): ReadonlySet<string> {
  return new Set(sentences.map(({ text }) => text));
}

/** Removes sentences, but never all of them. */
function removeSentences(
  sentences: readonly ReportSentence[],
  isRemoved: (sentence: ReportSentence) => boolean,
): readonly ReportSentence[] {
  const kept = sentences.filter((sentence) => !isRemoved(sentence));
  return kept.length === 0 ? sentences : kept;
}

function isRemedy(text: string): boolean {
  const [signals = {}] = readSentenceSignals(readSentences(text));
  return (isActionStated(signals) || isSuccessStated(signals)) && !isCauseStated(text);
}
