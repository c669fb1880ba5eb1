import type { Trigger, TriggerStatement } from '@refrain/domain';
import { assessCause } from '../causes/assess-cause.ts';
import { listTriggerStatements } from '../causes/collect-cause-evidence.ts';
import type { ReportReading } from '../extraction/read-report.ts';
import type { StatingFailure } from '../extraction/state-passage.ts';
import { quoteSentence } from './state-mechanism.ts';
import { statesTrigger } from './states-trigger.ts';

/**
 * Minimum probability of a trigger by the words alone, and minimum score of the sentence that states it, with the share
 * of such triggers that a reader chose too, on 63 labelled reports.
 */
const levels = [
  { minProbability: 0.4, minScore: 1.1, confidence: 0.63 },
  { minProbability: 0.5, minScore: 0.9, confidence: 0.52 },
] as const;

/** Returns the trigger that a person chose, or else the one that a sentence clearly states. */
export function stateTrigger(
  { kind, title, text }: StatingFailure,
  reading: ReportReading,
  decided: Trigger | undefined,
): TriggerStatement | null {
  if (decided === 'unknown') return null;
  const textOf = (sentence: number) => reading.sentences[sentence]?.text ?? '';
  const stated = listTriggerStatements(reading)
    .filter(({ label, sentence }) => statesTrigger(label, textOf(sentence)))
    .sort((a, b) => b.score - a.score);
  const quoteOf = (trigger: Trigger) => {
    const sentence = stated.find(({ label }) => label === trigger)?.sentence;
    return sentence === undefined ? null : quoteSentence(reading, sentence);
  };
  if (decided !== undefined) return { trigger: decided, quote: quoteOf(decided), confidence: 1, isDecided: true };
  if (kind === 'reverted_change') return null;
  // Without the kind and the links, which say nothing about what the text states
  const { trigger, triggers } = assessCause({ title, text });
  if (trigger === 'unknown') return null;
  const probability = triggers.find((one) => one.trigger === trigger)?.confidence ?? 0;
  const score = stated.find(({ label }) => label === trigger)?.score ?? 0;
  const level = levels.find((one) => probability >= one.minProbability && score >= one.minScore);
  const quote = quoteOf(trigger);
  return level === undefined || quote === null
    ? null
    : { trigger, quote, confidence: level.confidence, isDecided: false };
}
