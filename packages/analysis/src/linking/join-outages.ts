import { type Failure, minuteInMs } from '@refrain/domain';
import { sortByTime } from '../collections/sort-by-time.ts';
import { type Edge, edge } from './same-episode.ts';

/** Time within which the notices of one outage come out. */
const span = 10 * minuteInMs;
/** Notices that one is compared with, so that a storm of them stays cheap. */
const compared = 50;
/** Share of all words that two notices must have in common, and the fewest that each must have. */
const minShare = 0.8;
const minWords = 20;
const textLimit = 8_000;

/**
 * Incidents of different services that began within minutes of each other and are told in nearly the same words: one
 * outage that was posted once for each product. What a monitor writes is too short and too alike for that to mean anything.
 */
export function joinOutages(incidents: readonly Failure[]): Edge[] {
  const told = sortByTime(incidents).map((failure) => ({
    failure,
    at: Date.parse(failure.occurredAt),
    words: allWords(failure),
  }));
  return told.flatMap((later, place) => {
    if (later.words.size < minWords) return [];
    return told.slice(Math.max(0, place - compared), place).flatMap((earlier) => {
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

/** Words of title and text; numbers left out, since times and counts differ from notice to notice. */
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
