import { type Failure, minuteInMs } from '@refrain/domain';
import { sortByTime } from '../collections/sort-by-time.ts';
import { type Edge, edge } from './same-episode.ts';

/** Maximum time between the notices of one outage. */
const span = 10 * minuteInMs;
/** Maximum number of notices that one is compared with, which bounds the cost of an alert storm. */
const maxCompared = 50;
/** Minimum share of words that two notices have in common, and minimum number of words of each. */
const minShare = 0.8;
const minWords = 20;
const textLimit = 8_000;

/**
 * Joins incidents of different services that began within minutes and have nearly the same text: one outage posted once
 * per product. Texts of monitors are too short and too similar, and are ignored.
 */
export function joinOutages(incidents: readonly Failure[]): Edge[] {
  const notices = sortByTime(incidents).map((failure) => ({
    failure,
    at: Date.parse(failure.occurredAt),
    words: allWords(failure),
  }));
  return notices.flatMap((later, position) => {
    if (later.words.size < minWords) return [];
    return notices.slice(Math.max(0, position - maxCompared), position).flatMap((earlier) => {
      if (later.at - earlier.at > span || earlier.words.size < minWords) return [];
      const share = shareOf(earlier.words, later.words);
      if (share < minShare) return [];
      return [
        edge(
          earlier.failure,
          later.failure,
          0.85,
          { signal: 'words', detail: `told in the same words (${Math.floor(share * 100)}%)`, weight: 0.55 },
          {
            signal: 'time',
            detail: `began ${Math.round((later.at - earlier.at) / minuteInMs)} min apart`,
            weight: 0.3,
          },
        ),
      ];
    });
  });
}

/** Returns the words of title and text without numbers, since times and counts differ between notices. */
function allWords({ title, text }: Failure): ReadonlySet<string> {
  return new Set(
    `${title}\n${text}`
      .slice(0, textLimit)
      .toLowerCase()
      .match(/\p{L}{2,40}/gu) ?? [],
  );
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / (a.size + b.size - common);
}
