import type { StatedDuration } from '@refrain/domain';
import { statesFollowUp } from '../states-follow-up.ts';
import { replaceLinksByText } from '../strip-markup.ts';
import { findStatedPeriod } from './find-stated-period.ts';

/** Matches the horizontal rule between two updates of a status page. */
const rule = /^-{3,}$/u;
const readLength = 60_000;
const maxLineLength = 600;
/** Longer durations are mostly those of a project or of a vulnerability. */
const maxHours = 60 * 24;

const unitHours = { d: 24, h: 1, m: 1 / 60, s: 1 / 3_600 } as const;
const part = String.raw`\d{1,5}(?:\.\d+)? ?(?:days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\b`;
const span = new RegExp(`${part}(?:(?:,| and|, and)? ?${part}){0,3}`, 'iu');
const parts = /(\d{1,5}(?:\.\d+)?) ?([dhms])/giu;

/** Labels of a duration, the best source first: how long the failure lasted, then how long its repair took. */
const labels = [
  '(?:(?:incident|outage|impact|total|approximate) ){0,2}(?:duration|downtime)',
  'time to (?:repair|recovery|recover|restore|mitigate)',
  'time to (?:resolve|resolution)',
].map((label) => new RegExp(String.raw`^${label}\b[^\d]{0,25}(?<rest>\d.*)$`, 'iu'));
/** Matches the words before the duration of a failure in a sentence. */
const lasted = new RegExp(
  String.raw`\b(?:lasted|for a (?:total )?(?:duration|period) of|over a (?:duration|period) of|(?:was|were|went|been) (?:down|unavailable|offline|inaccessible|unreachable) for|outage of|downtime of|total duration(?: of| was)?) (?:(?:about|approximately|around|roughly|nearly|almost|over|a total of|just) ){0,2}(?<span>${span.source})`,
  'iu',
);
/** Matches sentences about work that was planned, and about the time until somebody noticed. */
const otherTime =
  /\b(?:will|expect\w*|planned|scheduled|maintenance|upcoming|retention|detect(?:ed|ion)?|notic\w+)\b/iu;

/** Matches sentences about what users saw during the period. */
const effect =
  /\b(?:experienc\w+|degrad\w+|unavailab\w+|unable|inaccessible|fail\w*|errors?|delay\w*|down|impact\w*|affect\w*|outages?|elevated|disrupt\w+|incident|latency|timed out|slow\w*|interrupt\w+|could not|missing|incorrect\w*|issues?|prevent\w+|restricted|longer|timing out|timeouts|reduced|not (?:\w+ ){0,2}(?:able|processed|persisted)|saw|periods?|wrong|broken)\b/iu;

/** Finds how long a failure lasted according to its text. Ignores planned times and the time until the detection. */
export function findStatedDuration(text: string): StatedDuration | null {
  const lines = text
    .slice(0, readLength)
    .split('\n')
    .map((line) => line.slice(0, maxLineLength).trim())
    .map((line) => (rule.test(line) ? line : stripMarkup(line)));
  return readLabel(lines) ?? readSentences(lines);
}

function stripMarkup(line: string): string {
  return replaceLinksByText(line)
    .replace(/[*_`|]/gu, '')
    .replace(/^[\s#>+-]+/u, '')
    .trim();
}

function readLabel(lines: readonly string[]): StatedDuration | null {
  for (const label of labels) {
    for (const line of lines) {
      const rest = label.exec(line)?.groups?.rest;
      const found = rest === undefined ? null : (findStatedPeriod(rest) ?? readSpan(rest, true));
      if (found !== null) return found;
    }
  }
  return null;
}

/**
 * Reads the first sentence that states a duration. Of a status page, only the last update with such a sentence counts, because
 * it sums the incident up.
 */
function readSentences(lines: readonly string[]): StatedDuration | null {
  for (const update of splitUpdates(lines).reverse()) {
    for (const sentence of update.flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))) {
      if (otherTime.test(sentence) || statesFollowUp(sentence)) continue;
      const stated = lasted.exec(sentence)?.groups?.span;
      const found = stated === undefined ? readPeriod(sentence) : readSpan(stated, false);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Splits lines at horizontal rules, which separate the updates of a status page. */
function splitUpdates(lines: readonly string[]): string[][] {
  const updates: string[][] = [[]];
  for (const line of lines) {
    if (rule.test(line)) updates.push([]);
    else updates.at(-1)?.push(line);
  }
  return updates;
}

function readPeriod(sentence: string): StatedDuration | null {
  return effect.test(sentence) ? findStatedPeriod(sentence) : null;
}

/** @param isFirst whether the duration must begin the text */
function readSpan(text: string, isFirst: boolean): StatedDuration | null {
  const match = span.exec(text);
  if (match === null || (isFirst && match.index > 0)) return null;
  let hours = 0;
  for (const [, count, unit = 'h'] of match[0].matchAll(parts))
    hours += Number(count) * unitHours[unit.toLowerCase() as keyof typeof unitHours];
  return hours > 0 && hours <= maxHours ? { quote: match[0], hours } : null;
}
