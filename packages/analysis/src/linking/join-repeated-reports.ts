import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { joinSuccessiveReports, reportSpan } from './join-successive-reports.ts';
import type { FailureJoin } from './same-episode.ts';

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
    if (first === undefined || last === undefined || startOf(last) - startOf(first) > reportSpan) return [];
    return [...groupBy(group, ({ text }) => [text]).values()].flatMap(joinSuccessiveReports);
  });
}

const quoteLength = 80;

interface TimedSentence {
  readonly failure: Failure;
  readonly text: string;
  /** The words without figures, so that sentences that differ only in times are equal. */
  readonly words: string;
  readonly detail: string;
}

function listTimedSentences(failure: Failure): TimedSentence[] {
  const texts = failure.text
    .slice(0, textLimit)
    .split(boundary)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => time.test(text));
  return [...new Set(texts)].flatMap((text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length < minWords) return [];
    const quote = `${text.slice(0, quoteLength)}${text.length > quoteLength ? '…' : ''}`;
    return [{ failure, text, words: words.join(' '), detail: `both mention “${quote}”` }];
  });
}

function startOf({ failure }: TimedSentence): number {
  return Date.parse(failure.occurredAt);
}
