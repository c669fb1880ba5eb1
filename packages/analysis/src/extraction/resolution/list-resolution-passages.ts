import type { SentenceSignals } from '../read-sentence-signals.ts';
import { isActionStated } from '../read-sentence-signals.ts';
import {
  joinSentences,
  type Passage,
  quoteSentences,
  readSentencesWithSignals,
  type SentenceWithSignals,
} from '../report-passages.ts';

const limits = { sentences: 3, words: 58 } as const;
/** The first and the last sentence of a quotation must each have at least one of these signals. */
const edge = ['acted', 'did', 'confirmed', 'resolved', 'byMeans', 'tagged'] as const;

/** Lists the passages of a report that may state the resolution, in the order of the text. */
export function listResolutionPassages(report: string): Passage[] {
  const all = readSentencesWithSignals(report);
  const isCandidate = chooseSections(all);
  return all.flatMap((first, from) =>
    isCandidate(first)
      ? joinSentences(all, from, limits).map((sentences) => {
          const next = all[from + sentences.length];
          const followed = next?.section === first.section ? next.signals : {};
          const words = sentences.reduce((sum, one) => sum + one.words, 0);
          return { sentences, signals: { ...readPassageSignals(sentences, followed), words: words / limits.words } };
        })
      : [],
  );
}

/**
 * Selects the sentences that may state the resolution: those in a section about the resolution that states an action or
 * a success, or else all sentences except plans and lessons.
 */
function chooseSections(sentences: readonly SentenceWithSignals[]): (sentence: SentenceWithSignals) => boolean {
  const isResolution = ({ signals }: SentenceWithSignals) => 'inResolution' in signals && !('inPlans' in signals);
  const outcomes = ['acted', 'resolved', 'confirmed'] as const;
  if (sentences.some((one) => isResolution(one) && outcomes.some((name) => name in one.signals))) return isResolution;
  return ({ signals }) => !('inPlans' in signals);
}

/** Returns the signals of a passage: those of its sentences, combinations of these, and those of the `next` sentence. */
function readPassageSignals(sentences: readonly SentenceWithSignals[], next: SentenceSignals): SentenceSignals {
  const signals: Record<string, number> = {};
  const note = (name: string, isShown: boolean) => {
    if (isShown) signals[name] = 1;
  };
  for (const { signals: own } of sentences) {
    const { inSummary, inPlans: _plans, inTimeline: _timeline, timelinePosition, ...scored } = own;
    Object.assign(signals, scored);
    if (timelinePosition !== undefined)
      Object.assign(signals, { timelinePosition, timelinePositionSquared: timelinePosition ** 2 });
    const isStated = ['resolved', 'byMeans', 'tagged'].some((name) => name in own);
    note('resolvedInSummary', inSummary !== undefined && isStated);
    note('otherInSummary', inSummary !== undefined && !isStated && !('acted' in own));
    note('actedInResolution', 'inResolution' in own && 'acted' in own);
    note('beginsResolution', 'inResolution' in own && 'beginsSection' in own);
    note('actedAndConfirmed', 'acted' in own && 'confirmed' in own && !('planned' in own) && !('asked' in own));
  }
  const action = sentences.findIndex((one) => isActionStated(one.signals));
  const isEnd = ({ signals: own }: SentenceWithSignals) => 'confirmed' in own || 'resolved' in own;
  note('confirmedAfterAction', action !== -1 && sentences.slice(action + 1).some(isEnd));
  note('next:failed', 'failed' in next);
  note('next:noticed', 'noticed' in next);
  return signals;
}

/** Formats a passage with its line breaks. Drops sentences at both ends that state no action or success. */
export function quoteResolution({ sentences }: Passage): string {
  const isEdge = sentences.map(({ signals }) => edge.some((name) => name in signals));
  const kept = sentences.slice(
    Math.max(0, isEdge.indexOf(true)),
    isEdge.includes(true) ? isEdge.lastIndexOf(true) + 1 : undefined,
  );
  return quoteSentences(kept);
}
