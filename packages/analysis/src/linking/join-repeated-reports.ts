import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { joinSuccessiveReports, reportSpan } from './join-successive-reports.ts';
import type { FailureJoin } from './same-episode.ts';

/**
 * A sentence with fewer words does not identify an event. One without a time may be a phrase that status pages repeat, unless it
 * states a cause or a resolution.
 */
const minWords = { timed: 12, explaining: 10, untimed: 20 } as const;
/** Matches words of a sentence that states a cause or a resolution. */
const explaining =
  /\b(?:caused by|due to|root cause|(?:mitigated|resolved|fixed) (?:\w+ ){0,3}?by|roll(?:ed|ing) back|revert(?:ed|ing))\b/iu;
const textLimit = 20_000;
const boundary = /\n+|(?<=[.!?])\s+(?=\p{Lu})/u;
/** Matches a time of day, or a date with the name of the month, without which a sentence may describe successive events. */
const time =
  /\b\d{1,2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b/iu;

/**
 * Joins incidents whose texts contain the same sentence, as when one post-mortem is published for several incidents. A
 * sentence without a time only joins incidents that overlap. Ignores sentences that incidents at other times contain,
 * even with other figures, such as "next update by 10:00".
 */
export function joinRepeatedReports(incidents: readonly Failure[]): FailureJoin[] {
  const sentences = sortByTime(incidents).flatMap((failure) => listTellingSentences(failure));
  const groups = groupBy(sentences, ({ words }) => [words]);
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined || startOf(last) - startOf(first) > reportSpan) return [];
    const joins = [...groupBy(group, ({ text }) => [text]).values()].flatMap(joinSuccessiveReports);
    return first.isTimed ? joins : joins.filter(overlap);
  });
}

const quoteLength = 80;

interface TellingSentence {
  readonly failure: Failure;
  readonly text: string;
  /** The words without figures, so that sentences that differ only in times are equal. */
  readonly words: string;
  readonly isTimed: boolean;
  readonly detail: string;
}

function listTellingSentences(failure: Failure): TellingSentence[] {
  const texts = failure.text
    .slice(0, textLimit)
    .split(boundary)
    .map((text) => text.replace(/\s+/gu, ' ').trim());
  return [...new Set(texts)].flatMap((text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const isTimed = time.test(text);
    const untimed = explaining.test(text) ? minWords.explaining : minWords.untimed;
    if (words.length < (isTimed ? minWords.timed : untimed)) return [];
    const quote = `${text.slice(0, quoteLength)}${text.length > quoteLength ? '…' : ''}`;
    return [{ failure, text, words: words.join(' '), isTimed, detail: `both mention “${quote}”` }];
  });
}

function overlap({ earlier, later }: FailureJoin): boolean {
  return earlier.resolvedAt !== null && Date.parse(later.occurredAt) <= Date.parse(earlier.resolvedAt);
}

function startOf({ failure }: TellingSentence): number {
  return Date.parse(failure.occurredAt);
}
