import {
  type EarlierResolution,
  type ExternalTextFormatters,
  formatResolution,
  type LikelyPattern,
  type SearchMatch,
  type SearchResponse,
} from '@refrain/domain';
import { shortenToLine } from '../terminal.ts';
import { quote } from './describe-resolution.ts';

const maxReasons = 3;
/** Number of failures of a pattern that are listed. */
const maxOfPattern = 3;
/** A failure and its nearest neighbour have this similarity on average, so that a lower one tells a reader nothing. */
const minShownScore = 0.5;

/** Describes the result of a search: first the verdict, then the matches, then the text that was searched. */
export function describeSearchResult(answer: SearchResponse): string {
  const { query, matches, pattern, resolution } = answer;
  const about =
    query.title === null ? [] : [`${query.kind === 'change' ? 'Change' : 'Failure'}: ${shortenToLine(query.title)}`];
  return [
    ...about,
    ...describeCorrections(answer),
    ...describeRecorded(answer),
    describeVerdict(answer),
    ...(resolution === null ? [] : describeEarlierResolution(resolution)),
    ...(pattern === null ? [] : describePattern(pattern)),
    ...describePossiblePattern(answer),
    '',
    ...describeMatches(matches, resolution),
    describeExtent(answer),
  ].join('\n');
}

function describeCorrections({ corrections }: SearchResponse): string[] {
  return corrections.map(
    ({ typed, understood }) => `Showing results for ${quote(understood)} instead of ${quote(typed)}.`,
  );
}

function describeRecorded({ recorded }: SearchResponse): string[] {
  if (recorded === null) return [];
  return [
    `This failure is already recorded and not counted below: ${quote(recorded.title)} (${toDate(recorded)})`,
    `  npx refrain failures ${recorded.id}`,
  ];
}

function describeVerdict(answer: SearchResponse): string {
  const { verdict, repeats, unspecific, pattern, possiblePattern, matches, searched } = answer;
  if (searched === 0) return 'There are no failures to compare with yet.';
  const [best] = matches;
  if (repeats !== null) return `Seen before: a failure with the same words happened ${describeRepeats(repeats)}.`;
  if (unspecific !== null) return describeUnspecific(unspecific);
  if (pattern !== null) return `Seen before (${toPercent(verdict.confidence)} likely)`;
  if (verdict.seenBefore) return 'Possibly seen before: a similar failure has happened.';
  if (possiblePattern !== null) return 'No certain match, but possibly a known pattern.';
  if (best === undefined) return 'Not seen before: no known failure resembles it.';
  return best.score < minShownScore
    ? 'Not seen before.'
    : `Not seen before: the closest failure is ${toPercent(best.score)} similar.`;
}

function describeUnspecific({ sameTitle, sameService }: NonNullable<SearchResponse['unspecific']>): string {
  const titled = sameTitle === 1 ? '1 failure has this title' : `${sameTitle} failures have this title`;
  const others = sameService === 1 ? '1 more names this service' : `${sameService} more name this service`;
  return `The text does not say what failed: ${titled}, and ${others}. Add an error line.`;
}

function describeRepeats({ failures, lastAt, precision }: NonNullable<SearchResponse['repeats']>): string {
  const last = toDate({ occurredAt: lastAt, precision });
  return failures === 1 ? `once, on ${last}` : `${failures} times, last on ${last}`;
}

function describePattern({ id, name, episodes, lastAt, lesson }: LikelyPattern): string[] {
  const times = episodes === 1 ? '1 episode' : `${episodes} episodes`;
  return [
    `  Pattern: ${shortenToLine(name)}, ${times}, last on ${toDay(lastAt)}. ${lesson}`,
    `  npx refrain patterns ${id}`,
  ];
}

function describePossiblePattern({ possiblePattern }: SearchResponse): string[] {
  if (possiblePattern === null) return [];
  const { id, name, failures, of } = possiblePattern;
  const members = failures === of ? `all ${of}` : `${failures} of the ${of}`;
  return [
    `  It may be ${quote(shortenToLine(name))}: ${members} most similar failures belong to this pattern.`,
    `  npx refrain patterns ${id}`,
  ];
}

function describeEarlierResolution(resolution: EarlierResolution): string[] {
  const subject = resolution.source === 'repeated_failure' ? 'It' : quote(resolution.title);
  return formatResolution(resolution, style).map((phrase) => `  ${subject} (${toDate(resolution)}) was ${phrase}`);
}

/** Lists a few failures of each pattern, and those that share more with the text than a common word. */
function describeMatches(matches: readonly SearchMatch[], resolution: EarlierResolution | null): string[] {
  const telling = matches.filter(({ isWeak, isRepeat, hasSameTitle }) => !isWeak || isRepeat || hasSameTitle);
  const keyOf = (match: SearchMatch) => match.pattern?.id ?? match;
  const groups = [...new Set(telling.map(keyOf))].map((key) => telling.filter((match) => keyOf(match) === key));
  const listed = groups.flatMap((group) => group.slice(0, maxOfPattern));
  const others = groups.flatMap((group) => {
    const name = group[0]?.pattern?.name ?? '';
    const more = group.length - maxOfPattern;
    return more > 0 ? [`${countFailures(more)} of the pattern ${quote(shortenToLine(name))}.`] : [];
  });
  const weak = matches.length - telling.length;
  const weakNote = `${countFailures(weak)} ${weak === 1 ? 'shares' : 'share'} only a common word or a small part of the text.`;
  const notes = [...others, ...(weak === 0 ? [] : [weakNote])];
  return [
    ...listed.flatMap((match, at) => [...describeMatch(match, at + 1, resolution), '']),
    ...(notes.length === 0 ? [] : [...notes, '']),
  ];
}

function countFailures(number: number): string {
  return number === 1 ? '1 more failure' : `${number} more failures`;
}

function describeMatch(
  { failure, score, pattern, resolution, excerpt, evidence }: SearchMatch,
  number: number,
  shown: EarlierResolution | null,
): string[] {
  const similarity = score < minShownScore ? '' : `  (${toPercent(score)} similar)`;
  const where = failure.services.join(', ') || failure.repository || 'no service';
  const resolved =
    failure.id === shown?.failureId
      ? []
      : resolution === null
        ? describeResolved(failure)
        : formatResolution(resolution, style);
  const reasons = [...evidence]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, maxReasons)
    .map(({ detail }) => detail);
  return [
    `${number}. ${toDate(failure)}  ${where}  ${shortenToLine(failure.title)}${similarity}`,
    ...resolved.map((phrase) => `   ${phrase}`),
    ...(excerpt === null ? [] : [`   text: ${quote(shortenToLine(excerpt))}`]),
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

function toPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function toDay(instant: string): string {
  return instant.slice(0, 10);
}

const style: ExternalTextFormatters = {
  quote,
  address: (url) => (url === null ? '' : ` ${url}`),
};
