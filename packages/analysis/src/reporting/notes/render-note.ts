import {
  type Change,
  formatResolution,
  hourInMs,
  type Instant,
  type LatestResolution,
  minuteInMs,
  type ResolutionStyle,
  type SearchResponse,
} from '@refrain/domain';
import { formatCount, formatDate, formatDay, formatShare, formatTerm } from '../../text/format.ts';
import { inertLine } from '../document/inert-line.ts';
import { webAddress } from '../document/web-address.ts';

/** Less is not said while people are woken: what is wrong then costs more than silence. Of what is so sure .89 to .97 is right (ADR 29). */
const minConfidence = 0.8;
const maxSimilar = 3;
/** What began so shortly before is likely the same event. */
const sameEventMs = hourInMs;
const lineLength = 140;
const quoteLength = 400;

export interface NoteInput {
  /** Whether what is known of the incident as it begins was seen before. */
  readonly answer: SearchResponse;
  /** Chance, in [0, 1], that it is one more of the pattern of the answer. */
  readonly confidence: number;
  /** Of where its service runs from, newest first. */
  readonly changes: readonly Pick<Change, 'kind' | 'title' | 'repository' | 'occurredAt' | 'url'>[];
  readonly startedAt: Instant;
  /** Where people open Refrain, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
}

/**
 * What someone on call is told of an incident that has just begun: the pattern that it most likely belongs to, how that was
 * resolved the last time, the nearest earlier ones, and what was changed shortly before. Plain text, in which nothing from outside is a link or a mention but the addresses of what is
 * told of. Null where it is not sure enough.
 */
export function renderNote({ answer, confidence, changes, startedAt, publicUrl }: NoteInput): string | null {
  const { pattern, matches } = answer;
  if (pattern === null || confidence < minConfidence) return null;
  const { name, episodes, lastAt, lesson, latestResolution } = pattern;
  // Its own beginning may be known by now, and that of others of the same event.
  const before = new Date(Date.parse(startedAt) - sameEventMs).toISOString();
  const similar = matches
    .filter((match) => match.pattern?.id === pattern.id && match.failure.occurredAt < before)
    .slice(0, maxSimilar);
  return [
    `This looks like “${line(name)}” (${formatShare(confidence)} sure): ${formatCount(episodes, 'episode')}, the last on ${formatDay(lastAt)}.`,
    line(lesson, 400),
    ...describeLatest(latestResolution),
    ...list(
      'Earlier ones:',
      similar.map(({ failure, resolution }) => {
        const phrases = resolution === null ? [] : formatResolution(resolution, style);
        const told = phrases.map((phrase) => `, ${phrase}`).join('');
        return `${formatDate(failure.occurredAt, failure.precision)} “${line(failure.title)}”${address(failure.url)}${told}`;
      }),
    ),
    ...list(
      'Changed shortly before, which need not be why:',
      changes.map(
        ({ kind, title, repository, occurredAt, url }) =>
          `${formatTimeBefore(occurredAt, startedAt)} ${formatTerm(kind)} “${line(title)}” of ${line(repository)}${address(url)}`,
      ),
    ),
    ...(publicUrl === null ? [] : [`All of it: ${publicUrl}/patterns/${encodeURIComponent(pattern.id)}`]),
  ].join('\n');
}

function describeLatest(latest: LatestResolution | null): string[] {
  if (latest === null) return [];
  return formatResolution(latest, style).map(
    (phrase) => `The last time (${formatDate(latest.occurredAt, latest.precision)}) it was ${phrase}`,
  );
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `- ${item}`)];
}

function formatTimeBefore(at: Instant, startedAt: Instant): string {
  const minutes = Math.max(0, Math.round((Date.parse(startedAt) - Date.parse(at)) / minuteInMs));
  return minutes < 120
    ? `${formatCount(minutes, 'minute')} before:`
    : `${formatCount(Math.round(minutes / 60), 'hour')} before:`;
}

const style: ResolutionStyle = { quote: (text) => `“${line(text, quoteLength)}”`, address };

function line(text: string, longest = lineLength): string {
  return inertLine(text, longest);
}

function address(url: string | null): string {
  const href = webAddress(url);
  return href === null ? '' : ` ${href}`;
}
