import { isActionStated, readSentenceSignals, type SentenceSignals } from './read-sentence-signals.ts';
import { countWords, type ReportSentence, readSentences } from './read-sentences.ts';

/** Consecutive sentences of one section that may state the resolution of an incident. */
export interface Passage {
  readonly sentences: readonly SentenceWithSignals[];
  readonly signals: SentenceSignals;
}

export interface SentenceWithSignals extends ReportSentence {
  readonly words: number;
  readonly signals: SentenceSignals;
}

const maxSentences = 3;
const maxPassageWords = 58;
/** The first and the last sentence of a quotation must each have at least one of these signals. */
const edge = ['acted', 'did', 'confirmed', 'resolved', 'byMeans', 'tagged'] as const;

/** Lists the passages of a report that may state the resolution, in the order of the text. */
export function listPassages(report: string): Passage[] {
  const read = readSentences(report);
  const signals = readSentenceSignals(read);
  const sentences = read.map((sentence, at) => ({
    ...sentence,
    words: countWords(sentence.text),
    signals: signals[at] ?? {},
  }));
  const isCandidate = chooseSections(sentences);
  return sentences.flatMap((first, at) =>
    isCandidate(first) ? Array.from({ length: maxSentences }, (_, more) => join(sentences, at, more + 1)).flat() : [],
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

/** Returns the passage of `count` sentences from index `from`; none if it would be too long or leave its section. */
function join(all: readonly SentenceWithSignals[], from: number, count: number): Passage[] {
  const sentences = all.slice(from, from + count);
  const section = sentences[0]?.section;
  if (sentences.length < count || sentences.some((one) => one.section !== section)) return [];
  const words = sentences.reduce((sum, one) => sum + one.words, 0);
  if (words > maxPassageWords) return [];
  const next = all[from + count];
  const followed = next !== undefined && next.section === section ? next.signals : {};
  const signals = { ...readPassageSignals(sentences, followed), words: words / maxPassageWords };
  return [{ sentences, signals }];
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
export function quotePassage({ sentences }: Passage): string {
  const isEdge = sentences.map(({ signals }) => edge.some((name) => name in signals));
  const kept = sentences.slice(
    Math.max(0, isEdge.indexOf(true)),
    isEdge.includes(true) ? isEdge.lastIndexOf(true) + 1 : undefined,
  );
  return kept.map(({ text, line }, at) => (at === 0 ? '' : kept[at - 1]?.line === line ? ' ' : '\n') + text).join('');
}
