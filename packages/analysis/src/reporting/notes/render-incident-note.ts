import {
  type Change,
  type EarlierResolution,
  type ExternalTextFormatters,
  formatResolution,
  hourInMs,
  type Instant,
  minuteInMs,
  type SearchResponse,
} from '@refrain/domain';
import { formatCount, formatDate, formatDay, formatEnumValue, formatShare } from '../../text/format.ts';
import { formatLineWithoutLinks } from '../document/format-printable-line.ts';
import { toSafeUrl } from '../document/to-safe-url.ts';

/** Minimum confidence of a note. Wrong notes mislead people on call; 89 to 97 % of shown notes are right (ADR 29). */
const minConfidence = 0.8;
const maxSimilar = 3;
/** An earlier failure within this time before the incident probably belongs to the same event. */
const sameEventMs = hourInMs;
const lineLength = 140;
const quoteLength = 400;

export interface IncidentNoteInput {
  readonly answer: SearchResponse;
  /** Probability, in [0, 1], that the incident belongs to the most similar pattern */
  readonly confidence: number;
  /** Recent changes in the repositories of the incident's service, newest first */
  readonly changes: readonly Pick<Change, 'kind' | 'title' | 'repository' | 'occurredAt' | 'url'>[];
  readonly startedAt: Instant;
  /** Base URL of Refrain without a trailing slash; null if not configured */
  readonly publicUrl: string | null;
}

/** Renders a note as plain text; null if the confidence is too low. Breaks mentions and links in external text. */
export function renderIncidentNote({
  answer,
  confidence,
  changes,
  startedAt,
  publicUrl,
}: IncidentNoteInput): string | null {
  const { pattern, matches, resolution } = answer;
  if (pattern === null || confidence < minConfidence) return null;
  const { name, episodes, lastAt, lesson } = pattern;
  // Excludes the incident itself and failures of the same event.
  const before = new Date(Date.parse(startedAt) - sameEventMs).toISOString();
  const similar = matches
    .filter((match) => match.pattern?.id === pattern.id && match.failure.occurredAt < before)
    .slice(0, maxSimilar);
  return [
    `This incident resembles the pattern “${line(name)}” (${formatShare(confidence)} confidence): ${formatCount(episodes, 'episode')}, most recently on ${formatDay(lastAt)}.`,
    line(lesson, 600),
    ...describeResolution(resolution),
    ...list(
      'Similar incidents:',
      similar.map(({ failure, resolution }) => {
        const phrases = resolution === null ? [] : formatResolution(resolution, style);
        const suffix = phrases.map((phrase) => `, ${phrase}`).join('');
        return `${formatDate(failure.occurredAt, failure.precision)} “${line(failure.title)}”${address(failure.url)}${suffix}`;
      }),
    ),
    ...list(
      'Recent changes, which may be unrelated:',
      changes.map(
        ({ kind, title, repository, occurredAt, url }) =>
          `${formatTimeBefore(occurredAt, startedAt)} ${formatEnumValue(kind)} “${line(title)}” of ${line(repository)}${address(url)}`,
      ),
    ),
    ...(publicUrl === null ? [] : [`Pattern report: ${publicUrl}/patterns/${encodeURIComponent(pattern.id)}`]),
  ].join('\n');
}

function describeResolution(resolution: EarlierResolution | null): string[] {
  if (resolution === null) return [];
  return formatResolution(resolution, style).map(
    (phrase) => `An earlier one (${formatDate(resolution.occurredAt, resolution.precision)}) was ${phrase}`,
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

const style: ExternalTextFormatters = { quote: (text) => `“${line(text, quoteLength)}”`, address };

function line(text: string, longest = lineLength): string {
  return formatLineWithoutLinks(text, longest);
}

function address(url: string | null): string {
  const href = toSafeUrl(url);
  return href === null ? '' : ` ${href}`;
}
