import { type CostPart, type Failure, hourInMs, type Span } from '@refrain/domain';
import { computeUnionLengthOfSpans, createFailureEndFinder } from '../observation/failure-ends.ts';
import type { AssumedCostRanges } from './assumptions.ts';

export type KindOfWork = CostPart['part'];

export interface EpisodeWork {
  /** Null if the end of an incident of the episode is unknown. */
  readonly work: {
    /** Hours of people's time by kind of work. */
    readonly parts: Readonly<Record<KindOfWork, Span>>;
    readonly total: Span;
    readonly counts: Readonly<Record<EpisodeWorkQuantity, number>>;
  } | null;
  readonly hasResponders: boolean;
}

/** Quantities from which the work is computed. `hours` is the time with an active incident. */
export type EpisodeWorkQuantity = 'hours' | 'incidents' | 'pages' | 'outOfHours' | 'reworked';

/** Needs no deployments, because only incidents are passed, and each incident states its own end. */
const endOf = createFailureEndFinder([]);

export function estimateEpisodeWork(
  failures: readonly Failure[],
  assumed: AssumedCostRanges,
  isOutOfHours: (at: string) => boolean,
): EpisodeWork {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const responders = countResponders(incidents);
  const hours = measureHours(incidents);
  if (hours === null) return { work: null, hasResponders: responders !== null };
  const pages = incidents.filter(({ urgency }) => isPagingUrgency(urgency) === true);
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
  return { work: { parts, total: sumSpans(Object.values(parts)), counts }, hasResponders: responders !== null };
}

/** Returns the range of the number of responders, since the same people may respond to several incidents. */
function countResponders(incidents: readonly Failure[]): Span | null {
  const stated = incidents.flatMap(({ responders }) => (responders === null || responders === 0 ? [] : [responders]));
  return stated.length === 0 ? null : { low: Math.max(...stated), high: stated.reduce((sum, count) => sum + count, 0) };
}

/** Returns the hours with at least one active incident; null if the end of an incident is unknown. */
function measureHours(incidents: readonly Failure[]): number | null {
  const spans = incidents.map((incident) => ({ start: Date.parse(incident.occurredAt), end: endOf(incident) }));
  const ended = spans.flatMap(({ start, end }) => (end === null ? [] : [{ start, end }]));
  return ended.length < spans.length ? null : computeUnionLengthOfSpans(ended) / hourInMs;
}

/** Returns the hours of rework: at least those for one change, since all failures may concern the same change. */
function measureRework(count: number, { low, high }: Span): Span {
  return { low: count > 0 ? low : 0, high: count * high };
}

function times(count: number, { low, high }: Span): Span {
  return { low: count * low, high: count * high };
}

export function sumSpans(spans: readonly Span[]): Span {
  return spans.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

/** Returns whether PagerDuty paged somebody, as it does for high urgency; null if the urgency is unknown. */
export function isPagingUrgency(urgency: Failure['urgency']): boolean | null {
  return urgency === null ? null : urgency.toLowerCase() === 'high';
}
