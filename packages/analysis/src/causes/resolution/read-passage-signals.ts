import { isActionStated, type SentenceSignals } from './read-sentence-signals.ts';

/**
 * Returns the signals of a passage: those of its sentences, of combinations of its sentences, and of the sentence that
 * follows.
 * @param next signals of the sentence that follows in the same section; empty at the end of a section
 */
export function readPassageSignals(
  sentences: readonly { readonly signals: SentenceSignals }[],
  next: SentenceSignals,
): SentenceSignals {
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
  const isEnd = ({ signals: own }: { readonly signals: SentenceSignals }) => 'confirmed' in own || 'resolved' in own;
  note('confirmedAfterAction', action !== -1 && sentences.slice(action + 1).some(isEnd));
  note('next:failed', 'failed' in next);
  note('next:noticed', 'noticed' in next);
  return signals;
}
