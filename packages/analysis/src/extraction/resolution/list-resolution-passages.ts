import { findRemedies } from '../../remedies/find-remedies.ts';
import { memoise } from '../../text/memoise.ts';
import { isActionStated, type SentenceSignals } from '../read-sentence-signals.ts';
import { areTogether, type Passage, readSentencesWithSignals, type SentenceWithSignals } from '../report-passages.ts';
import { isEndStated, judgeRemedy, type RemedyRole } from './judge-remedy.ts';

const limits = { sentences: 3, words: 58 } as const;
/** Maximum number of sentences that only say that the incident was over. */
const maxConfirmations = 1;
/** Maximum number of sentences from the first one of a passage to the last one. */
const maxDistance = 6;
const minTimelinePosition = 0.75;

interface JudgedSentence extends SentenceWithSignals {
  readonly role: RemedyRole;
}

/** Lists the passages of a report that state actions or events that may have ended the incident, in the order of the text. */
export function listResolutionPassages(report: string): Passage[] {
  const all = readSentencesWithSignals(report).map((sentence) => ({ ...sentence, role: judgeRemedy(sentence) }));
  // Sentences stand in several passages.
  const isRemedy = memoise((text) => findRemedies(text).length > 0);
  const isCandidate = chooseSections(all);
  const isIneffective = createIneffectiveCheck(all);
  const passages = all.flatMap((first, from) =>
    isCandidate(first) && first.role === 'action' && !isHarmful(all[from + 1]) && !isIneffective(from)
      ? joinRemedies(all, from).map((sentences) => {
          const next = all[all.indexOf(sentences.at(-1) ?? first) + 1];
          const followed = next !== undefined && areTogether(first, next) ? next.signals : {};
          const words = sentences.reduce((sum, one) => sum + one.words, 0);
          const signals = { ...readPassageSignals(sentences, followed, isRemedy), words: words / limits.words };
          return { sentences, signals };
        })
      : [],
  );
  const stated = passages.filter(({ signals }) => isResolutionStated(signals));
  return stated.length > 0 ? stated : passages.filter(endsTimeline);
}

/**
 * Returns whether a passage is in the last quarter of a timeline. On labelled reports that state no success, such an
 * action ended the incident as often as one that is followed by a success; in the second half, only every other time.
 */
function endsTimeline({ sentences: [first] }: Passage): boolean {
  return (first?.signals.timelinePosition ?? 0) >= minTimelinePosition;
}

/** Returns whether a passage says that it ended the incident, or belongs to a section about the resolution. */
function isResolutionStated(signals: SentenceSignals): boolean {
  return 'inResolution' in signals || 'succeeded' in signals;
}

/** Returns whether the sentence after an action says that it did harm, such as “This caused …”. */
function isHarmful(next: JudgedSentence | undefined): boolean {
  return next !== undefined && 'caused' in next.signals && next.role === 'other';
}

/** Matches entries of a timeline that say that the failure continued or returned. */
const continues =
  /\bstill (?:return|fail|down|not|see|hav|broken|unavailable|unable|error|affect|occur|happen|un|slow|stuck)\w*|\b(?:issues?|problems?|errors?|alerts?) (?:still )?(?:persist|continu|remain|return|re-?occur|came back)\w*|\b(?:down|failing|failed|crashing|unavailable|broken) again\b/iu;

/**
 * Returns a function that tells whether the action at a position of a timeline did not end the incident, because a later
 * entry says that the failure continued and another action followed.
 */
function createIneffectiveCheck(all: readonly JudgedSentence[]): (position: number) => boolean {
  const lastAction = all.findLastIndex(({ isTimed, role }) => isTimed && role === 'action');
  const continued = all.findLastIndex(({ isTimed, text }, at) => at < lastAction && isTimed && continues.test(text));
  return (position) => position < continued && all[position]?.isTimed === true;
}

/**
 * Joins an action with the actions and the success that follow it in the same section. Skips sentences in between unless
 * they say that the failure continued.
 */
function joinRemedies(all: readonly JudgedSentence[], from: number): JudgedSentence[][] {
  const found: JudgedSentence[][] = [];
  let joined: JudgedSentence[] = [];
  let words = 0;
  for (const sentence of all.slice(from, from + maxDistance)) {
    if (!areTogether(sentence, all[from] ?? sentence)) break;
    if (sentence.role === 'other') {
      if (!sentence.isTimed || 'failed' in sentence.signals || 'denied' in sentence.signals) break;
      continue;
    }
    joined = [...joined, sentence];
    words += sentence.words;
    if (joined.length > limits.sentences || words > limits.words) break;
    if (joined.filter(({ role }) => role === 'confirmation').length > maxConfirmations) break;
    found.push(joined);
  }
  return found;
}

/**
 * Selects the sentences that may state the resolution: those in a section about the resolution that states an action, or
 * else all sentences except plans and lessons.
 */
function chooseSections(sentences: readonly JudgedSentence[]): (sentence: JudgedSentence) => boolean {
  const isResolution = ({ signals }: JudgedSentence) => 'inResolution' in signals && !('inPlans' in signals);
  if (sentences.some((one) => isResolution(one) && one.role === 'action')) return isResolution;
  return ({ signals }) => !('inPlans' in signals);
}

/**
 * Returns the signals of a passage: those of its sentences, combinations of these, and those of the `next` sentence.
 * @param isRemedy returns whether the library of remedies knows the action that a text states
 */
function readPassageSignals(
  sentences: readonly JudgedSentence[],
  next: SentenceSignals,
  isRemedy: (text: string) => boolean,
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
  const isEnd = ({ signals: own }: SentenceWithSignals) => 'confirmed' in own || 'resolved' in own;
  note('confirmedAfterAction', action !== -1 && sentences.slice(action + 1).some(isEnd));
  note(
    'succeeded',
    sentences.some(({ text, signals: own }) => isEndStated(text, own)),
  );
  note(
    'remedy',
    sentences.some(({ role, text }) => role === 'action' && isRemedy(text)),
  );
  note('next:failed', 'failed' in next);
  note('next:noticed', 'noticed' in next);
  return signals;
}
