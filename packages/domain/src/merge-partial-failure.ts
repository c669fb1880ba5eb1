import type { FailureDraft, FailureTiming } from './failure.ts';
import type { Instant } from './instant.ts';

/**
 * Completes a partial update of a failure with the stored values. For example, a webhook event contains the state of an
 * incident but not the text of its alerts and notes.
 */
export function mergePartialFailure(part: FailureDraft, known: FailureDraft): FailureDraft {
  return {
    ...part,
    text: known.text === '' ? part.text : known.text,
    services: part.services.length > 0 ? part.services : known.services,
    timing: joinTimings(part.timing, known.timing),
    severity: part.severity ?? known.severity,
    urgency: part.urgency ?? known.urgency,
    responders: part.responders ?? known.responders,
    references: [...new Set([...known.references, ...part.references])],
    url: part.url ?? known.url,
  };
}

function joinTimings(part: FailureTiming | null, known: FailureTiming | null): FailureTiming | null {
  if (part === null || known === null) return part ?? known;
  return {
    acknowledgedAt: earlier(part.acknowledgedAt, known.acknowledgedAt),
    mitigatedAt: earlier(part.mitigatedAt, known.mitigatedAt),
    reopenedAt: [...new Set([...known.reopenedAt, ...part.reopenedAt].map(inFull))].sort(),
  };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  return [one, other].flatMap((instant) => (instant === null ? [] : inFull(instant))).sort()[0] ?? null;
}

/** Formats an instant with milliseconds in UTC, so that equal instants are equal strings. */
function inFull(instant: Instant): Instant {
  return new Date(instant).toISOString();
}
