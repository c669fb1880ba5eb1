import type { FailureStatement } from '@refrain/domain';
import { isPlanned, readSentenceSignals, type SentenceSignals } from '../../extraction/read-sentence-signals.ts';
import { countWords, readSentences } from '../../extraction/read-sentences.ts';
import { saysHow } from '../../extraction/resolution/says-how.ts';
import { findRemedies } from '../../remedies/find-remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { rankQuotations } from '../../text/rank-quotations.ts';

export interface ResolvedMember {
  readonly id: string;
  readonly resolution: FailureStatement | null;
}

export interface ResolutionQuotation {
  readonly failureId: string;
  readonly quote: string;
  /** Number of stated resolutions, of which this is one; null if a person chose it or it states the most frequent remedy */
  readonly of: number | null;
}

const maxWords = 40;
/** Matches the time at the beginning of an entry of a timeline. */
const time =
  /^[\s*|~[(-]{0,9}(?:\d{4}-\d\d-\d\d[T ]?)?\s?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:UTC\b|GMT\b)?[\s*|:)\]-]{0,9}/iu;

/**
 * Quotes the most typical short sentence that states the most frequent remedy, or any remedy if none is frequent. A
 * resolution that a person chose comes first, as a whole.
 */
export function quoteResolution(
  members: readonly ResolvedMember[],
  remedy: Remedy | null,
  textOf: ReadonlyMap<string, string>,
): ResolutionQuotation | null {
  const stated = members.flatMap(({ id, resolution }) => (resolution === null ? [] : [{ id, ...resolution }]));
  const sentences = stated.flatMap(({ id, quote }) =>
    listRemedySentences(quote, remedy).map((one) => ({ id, quote: one })),
  );
  const chosen = rankQuotations(
    stated.filter(({ isDecided }) => isDecided),
    textOf,
  );
  const [first] = [...chosen, ...rankQuotations(sentences, textOf)];
  if (first === undefined) return null;
  const isTypical = chosen.length > 0 || remedy !== null;
  return { failureId: first.ids[0] ?? '', quote: first.quote, of: isTypical ? null : stated.length };
}

function listRemedySentences(passage: string, remedy: Remedy | null): string[] {
  const sentences = readSentences(passage);
  const signals = readSentenceSignals(sentences);
  return sentences
    .filter(({ text }, at) => countWords(text) <= maxWords && saysHow(text) && !isDoubtful(text, signals[at] ?? {}))
    .map(({ text }) => text.replace(time, ''))
    .filter((text) => {
      const found = findRemedies(text);
      return remedy === null ? found.length > 0 : found.includes(remedy);
    });
}

const inProgress = /(?:\b(?:is|are)|['’](?:re|m)) (?:\w+ly )?\w+ing\b/iu;
const means = /\b(?:by|after|once)\b/iu;

/** Returns whether a sentence states an attempt, work in progress, or a failure without the means that resolved it. */
function isDoubtful(text: string, signals: SentenceSignals): boolean {
  if (isPlanned(text) || inProgress.test(text)) return true;
  const isHarm = 'failed' in signals && !('resolved' in signals);
  return (isHarm || 'denied' in signals || 'caused' in signals) && !means.test(text);
}
