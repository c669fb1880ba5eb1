import {
  type ExternalTextFormatters,
  formatResolution,
  type LikelyPattern,
  type SearchMatch,
  type SearchResponse,
} from '@refrain/domain';
import { shortenToLine } from '../terminal.ts';
import { quote } from './describe-resolution.ts';

const maxReasons = 3;

/** Describes the result of a search: first the verdict, then the matches, then the text that was searched. */
export function describeSearchResult(answer: SearchResponse): string {
  const { query, matches, pattern } = answer;
  const about =
    query.title === null ? [] : [`${query.kind === 'change' ? 'Change' : 'Failure'}: ${shortenToLine(query.title)}`];
  return [
    ...about,
    describeVerdict(answer),
    ...(pattern === null ? [] : describePattern(pattern)),
    '',
    ...matches.flatMap((match, at) => [...describeMatch(match, at + 1), '']),
    describeExtent(answer),
  ].join('\n');
}

function describeVerdict({ verdict: { seenBefore, confidence }, pattern, matches, searched }: SearchResponse): string {
  if (searched === 0) return 'There is no failure to compare with yet.';
  const sure = `${Math.round(confidence * 100)} % sure`;
  if (pattern !== null) return `Seen before (${sure}): ${shortenToLine(pattern.name)}`;
  if (seenBefore) return `Seen before (${sure}), as the first match below, which is in no pattern.`;
  return matches.length === 0
    ? `Not seen before (${sure}): no known failure resembles it.`
    : `Not seen before (${sure}); the most similar failures:`;
}

function describePattern({ id, episodes, lastAt, lesson, latestResolution }: LikelyPattern): string[] {
  const times = episodes === 1 ? 'once' : `${episodes} times`;
  const resolved =
    latestResolution === null
      ? []
      : formatResolution(latestResolution, style).map(
          (phrase) => `  The last time (${toDate(latestResolution)}) it was ${phrase}`,
        );
  return [`  It happened ${times}, last on ${toDay(lastAt)}. ${lesson}`, ...resolved, `  npx refrain patterns ${id}`];
}

function describeMatch({ failure, score, pattern, resolution, evidence }: SearchMatch, number: number): string[] {
  const where = failure.services.join(', ') || failure.repository || 'no service';
  const resolved = resolution === null ? describeResolved(failure) : formatResolution(resolution, style);
  const reasons = [...evidence]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, maxReasons)
    .map(({ detail }) => detail);
  return [
    `${number}. ${toDate(failure)}  ${where}  ${shortenToLine(failure.title)}  (${score.toFixed(2)})`,
    ...resolved.map((phrase) => `   ${phrase}`),
    ...(reasons.length === 0 ? [] : [`   why: ${reasons.join('; ')}`]),
    ...(pattern === null ? [] : [`   pattern: ${shortenToLine(pattern.name)}`]),
    `   ${failure.url ?? `npx refrain failures ${failure.id}`}`,
  ];
}

function describeResolved({ resolvedAt }: SearchMatch['failure']): string[] {
  return resolvedAt === null ? [] : [`resolved on ${toDay(resolvedAt)}`];
}

function describeExtent({ searched, failures, complete, meaning }: SearchResponse): string {
  if (complete) return `${searched} failures were searched${describeComparison(meaning, failures)}.`;
  return `${searched} of ${failures} failures were searched. The index is still being built; search again in a moment.`;
}

function describeComparison(meaning: SearchResponse['meaning'], failures: number): string {
  if (meaning === null) return '';
  return meaning.isCompared
    ? ' by words and meaning'
    : ` by words alone, because only ${meaning.failuresWithVectors} of ${failures} have sentence vectors yet`;
}

function toDate({ occurredAt, precision }: Pick<SearchMatch['failure'], 'occurredAt' | 'precision'>): string {
  return precision === 'month' ? occurredAt.slice(0, 7) : toDay(occurredAt);
}

function toDay(instant: string): string {
  return instant.slice(0, 10);
}

const style: ExternalTextFormatters = {
  quote,
  address: (url) => (url === null ? '' : ` ${url}`),
};
