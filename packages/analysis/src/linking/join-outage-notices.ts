import { type Failure, minuteInMs } from '@refrain/domain';
import { sortByTime } from '../collections/sort-by-time.ts';
import { createFailureJoin, type FailureJoin } from './same-episode.ts';

const span = 10 * minuteInMs;
const maxCompared = 50;
/** Minimum Jaccard similarity of the words of two notices, in [0, 1], and minimum number of words of each notice. */
const minShare = 0.8;
const minWords = 20;
const textLimit = 8_000;

/** Joins notices of one outage that were posted per product. Skips short texts: even unrelated ones are similar. */
export function joinOutageNotices(incidents: readonly Failure[]): FailureJoin[] {
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
        createFailureJoin(
          earlier.failure,
          later.failure,
          0.85,
          { signal: 'words', detail: `${Math.floor(share * 100)} % of the words are the same`, weight: 0.55 },
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

/** Returns a notice's words without numbers, since times and counts differ between notices of one outage. */
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
