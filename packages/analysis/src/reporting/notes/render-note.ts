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

/**
 * A wrong note misleads people on call more than silence does. Notes at this confidence are right in 89 to 97 % of
 * cases (ADR 29).
 */
const minConfidence = 0.8;
const maxSimilar = 3;
/** Failures within this time before are probably the same event. */
const sameEventMs = hourInMs;
const lineLength = 140;
const quoteLength = 400;

export interface NoteInput {
  /** The search result for what is known when the incident begins. */
  readonly answer: SearchResponse;
  /** The probability, in [0, 1], that the incident belongs to the pattern of the answer. */
  readonly confidence: number;
  /** Changes to the repositories of its service, newest first. */
  readonly changes: readonly Pick<Change, 'kind' | 'title' | 'repository' | 'occurredAt' | 'url'>[];
  readonly startedAt: Instant;
  /** The base URL of Refrain without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
}

/**
 * Renders the note on a new incident: the most likely pattern, its last resolution, similar earlier failures, and
 * recent changes. Plain text without effective mentions or links, except the addresses of what it lists. Returns null
 * if the confidence is too low.
 */
export function renderNote({ answer, confidence, changes, startedAt, publicUrl }: NoteInput): string | null {
  const { pattern, matches } = answer;
  if (pattern === null || confidence < minConfidence) return null;
  const { name, episodes, lastAt, lesson, latestResolution } = pattern;
  // Excludes the incident itself and others of the same event.
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
        const suffix = phrases.map((phrase) => `, ${phrase}`).join('');
        return `${formatDate(failure.occurredAt, failure.precision)} “${line(failure.title)}”${address(failure.url)}${suffix}`;
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
