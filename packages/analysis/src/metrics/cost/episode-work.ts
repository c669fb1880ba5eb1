import { type CostPart, type Failure, hourInMs, type Span } from '@refrain/domain';
import { createFailureEnds } from '../observation/failure-ends.ts';
import { lengthOfUnion } from '../observation/length-of-union.ts';
import type { AssumedRanges } from './assumptions.ts';
import { paged } from './paged.ts';

export type WorkPart = CostPart['part'];

export interface EpisodeWork {
  /** Null for an episode with an incident whose end is not known. */
  readonly told: {
    /** Hours of people's time. */
    readonly parts: Readonly<Record<WorkPart, Span>>;
    readonly total: Span;
    /** What it is reckoned from. */
    readonly counts: Readonly<Record<WorkCount, number>>;
  } | null;
  /** Whether its incidents say how many people worked on them. */
  readonly hasResponders: boolean;
}

/** Hours in which an incident was on, and how many there were of the others. */
export type WorkCount = 'hours' | 'incidents' | 'pages' | 'outOfHours' | 'reworked';

/** An incident ends when it is resolved, whatever was deployed. */
const endOf = createFailureEnds([]);

/** What one episode took of people's time. */
export function measureWork(
  failures: readonly Failure[],
  assumed: AssumedRanges,
  isOutOfHours: (at: string) => boolean,
): EpisodeWork {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const responders = countResponders(incidents);
  const hours = measureHours(incidents);
  if (hours === null) return { told: null, hasResponders: responders !== null };
  const pages = incidents.filter(({ urgency }) => paged(urgency) === true);
  const atNight = pages.filter(({ occurredAt }) => isOutOfHours(occurredAt)).length;
  const reworked = failures.length - incidents.length;
  const people = responders ?? assumed.responders;
  const { low, high } = assumed.attended_hours;
  const parts = {
    response: { low: people.low * Math.min(hours, low), high: people.high * Math.min(hours, high) },
    pages: times(pages.length, assumed.hours_per_page),
    out_of_hours: times(atNight, assumed.hours_per_page_out_of_hours),
    follow_up: times(incidents.length > 0 ? 1 : 0, assumed.follow_up_hours),
    rework: measureRework(reworked, assumed.rework_hours),
  };
  const counts = { hours, incidents: incidents.length, pages: pages.length, outOfHours: atNight, reworked };
  return { told: { parts, total: addUp(Object.values(parts)), counts }, hasResponders: responders !== null };
}

/**
 * At least as many as worked on one of the incidents, at most as many as on all together: the same people may have. Null where
 * none says.
 */
function countResponders(incidents: readonly Failure[]): Span | null {
  const told = incidents.flatMap(({ responders }) => (responders === null || responders === 0 ? [] : [responders]));
  return told.length === 0 ? null : { low: Math.max(...told), high: told.reduce((sum, count) => sum + count, 0) };
}

/** Hours in which at least one of them was on; 0 where there is none, null where one does not tell its end. */
function measureHours(incidents: readonly Failure[]): number | null {
  const spans = incidents.map((incident) => ({ start: Date.parse(incident.occurredAt), end: endOf(incident) }));
  const told = spans.flatMap(({ start, end }) => (end === null ? [] : [{ start, end }]));
  return told.length < spans.length ? null : lengthOfUnion(told) / hourInMs;
}

/** A deployment that failed and the revert of what it carried may be about one change: that is mended once at least. */
function measureRework(count: number, { low, high }: Span): Span {
  return { low: count > 0 ? low : 0, high: count * high };
}

function times(count: number, { low, high }: Span): Span {
  return { low: count * low, high: count * high };
}

export function addUp(spans: readonly Span[]): Span {
  return spans.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}
