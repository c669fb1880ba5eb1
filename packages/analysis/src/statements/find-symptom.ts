import type { StatedPassage } from '@refrain/domain';
import { isQuotable } from '../blameless/is-quotable.ts';
import { readSentences } from '../extraction/read-sentences.ts';
import { listRootCausePassages } from '../extraction/root-cause/list-root-cause-passages.ts';
import type { StatingFailure } from '../extraction/state-passage.ts';
import { failing } from '../patterns/names/is-name-like.ts';

/** Shares of right symptoms among 103 quotations that one reader judged, by the source of the quotation */
const confidences = { impact: 0.85, title: 0.8, summary: 0.6 } as const;
const words = { min: 4, max: 45 } as const;
/** Signals of sentences that state something else than a symptom */
const otherStatements = ['inResolution', 'inTimeline', 'asked', 'planned', 'communicated', 'confirmed'] as const;
/** Matches a sentence that says that nobody was affected. */
const denial = /\b(?:no|none|nobody|no one|not any)\b/iu;

/**
 * Finds the passage that states what people and alerts observed: a sentence of a section about the impact, a title that
 * says that something failed, or a sentence of a summary. The title of a failed deployment only names a location, so its
 * symptom is the first sentence that says that something failed.
 */
export function findSymptom({ kind, title, text }: StatingFailure): StatedPassage | null {
  if (kind === 'failed_deployment') {
    const found = readSentences(text).find((sentence) => failing.test(sentence.text) && isQuotable(sentence.text));
    return found === undefined ? null : { quote: found.text, confidence: confidences.summary };
  }
  const observed = listRootCausePassages(title, text, 1).flatMap(({ sentences: [sentence], signals }) => {
    if (sentence === undefined || !('harmed' in signals) || otherStatements.some((name) => name in signals)) return [];
    const isFitting = sentence.words >= words.min && sentence.words <= words.max && !sentence.isTimed;
    return isFitting && !denial.test(sentence.text) && isQuotable(sentence.text) ? [{ ...sentence, signals }] : [];
  });
  const impact = observed.find(({ section }) => /impact|symptom/u.test(section));
  if (impact !== undefined) return { quote: impact.text, confidence: confidences.impact };
  if (failing.test(title) && isQuotable(title)) return { quote: title, confidence: confidences.title };
  const summary = observed.find(({ signals }) => 'inSummary' in signals);
  return summary === undefined ? null : { quote: summary.text, confidence: confidences.summary };
}
