import { dayInMs, type Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { type FailureJoin, joinFailuresByOneSignal } from './same-episode.ts';

/** Maximum time between the starts of two incidents that one report describes. */
const span = 3 * dayInMs;
const score = 0.9;
/** A sentence with fewer words does not identify an event. */
const minWords = 12;
const textLimit = 20_000;
const boundary = /\n+|(?<=[.!?])\s+(?=\p{Lu})/u;
/** Matches a time of day, or a date with the name of the month, without which a sentence may describe several events. */
const time =
  /\b\d{1,2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b/iu;

/**
 * Joins incidents whose texts contain the same sentence with a time, as when one post-mortem is published for several
 * incidents. Ignores sentences that incidents at other times contain with other figures, such as "next update by 10:00".
 */
export function joinRepeatedReports(incidents: readonly Failure[]): FailureJoin[] {
  const sentences = sortByTime(incidents).flatMap((failure) => listTimedSentences(failure));
  const groups = groupBy(sentences, ({ words }) => [words]);
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined || startOf(last) - startOf(first) > span) return [];
    return [...groupBy(group, ({ text }) => [text]).values()].flatMap((same) =>
      same.slice(1).flatMap((later, at) => {
        const earlier = same[at]?.failure;
        if (earlier === undefined || earlier.id === later.failure.id) return [];
        const quote = `${later.text.slice(0, quoteLength)}${later.text.length > quoteLength ? '…' : ''}`;
        return [joinFailuresByOneSignal(earlier, later.failure, score, 'words', `both say “${quote}”`)];
      }),
    );
  });
}

const quoteLength = 80;

interface TimedSentence {
  readonly failure: Failure;
  readonly text: string;
  /** The words without figures, so that sentences that differ only in times are equal. */
  readonly words: string;
}

function listTimedSentences(failure: Failure): TimedSentence[] {
  const texts = failure.text
    .slice(0, textLimit)
    .split(boundary)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => time.test(text));
  return [...new Set(texts)].flatMap((text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words.length < minWords ? [] : [{ failure, text, words: words.join(' ') }];
  });
}

function startOf({ failure }: TimedSentence): number {
  return Date.parse(failure.occurredAt);
}
