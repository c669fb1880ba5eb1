import { z } from 'zod';
import { ImpactHours } from './failure-map.ts';
import { Span } from './guardrail.ts';

/** An assumption for estimating people's time where the data do not state it. */
export const CostAssumptionName = z.enum([
  'responders',
  'attended_hours',
  'hours_per_page',
  'hours_per_page_out_of_hours',
  'follow_up_hours',
  'rework_hours',
]);
export type CostAssumptionName = z.infer<typeof CostAssumptionName>;

export const CostAssumption = z.object({
  name: CostAssumptionName,
  /** A readable name of the quantity. */
  label: z.string(),
  range: Span,
  /** A publication or this organisation; otherwise a statement that it is an assumption. */
  source: z.string(),
});
export type CostAssumption = z.infer<typeof CostAssumption>;

const Hour = z.number().int().min(0).max(24);
/** An IANA time zone name. */
const TimeZone = z.string().max(100).refine(isTimeZone, 'must be a time zone, such as Europe/Berlin');

/** When people work. All other time is out of hours. */
export const WorkingTime = z.object({
  timeZone: TimeZone.default('UTC'),
  /** The hours of the day during which people work; all others are out of hours. */
  workday: z
    .object({ from: Hour, until: Hour })
    .refine(({ from, until }) => from < until, 'must begin before it ends')
    .default({ from: 8, until: 19 }),
  /** The days of the week on which nobody works; 1 is Monday. */
  weekend: z.array(z.number().int().min(1).max(7)).default([6, 7]),
});
export type WorkingTime = z.infer<typeof WorkingTime>;

/** When people work and how their time is estimated, as an organisation sets it. */
export const CostSettings = WorkingTime.extend({
  /** Replacements for the default assumptions. */
  assumptions: z.partialRecord(CostAssumptionName, Span).default({}),
});
export type CostSettings = z.infer<typeof CostSettings>;

const counted = { count: z.number().int().nonnegative(), failureIds: z.array(z.string()) };

/** One part of the people-hours: the kind of time, what it is computed from, and the assumptions. */
export const CostPart = z.object({
  part: z.enum(['response', 'pages', 'out_of_hours', 'follow_up', 'rework']),
  /** The computation in words: what is multiplied by what. */
  reckoning: z.string(),
  hours: Span,
});
export type CostPart = z.infer<typeof CostPart>;

/** The cost of episodes, from what is known about them. Unknown costs add nothing. */
export const Cost = z.object({
  episodes: z.number().int().nonnegative(),
  /** `high` is the 90th percentile in hours; null with fewer than ten known durations. */
  impact: ImpactHours.extend({ high: z.number().nonnegative().nullable() }),
  pages: z.object({
    /** Incidents that paged somebody, which are those of high urgency. */
    all: z.object(counted),
    /** Pages that began at night or on a weekend, in `timeZone`. */
    outOfHours: z.object(counted),
    /** Incidents for which it is unknown whether they paged anybody. */
    unknownUrgency: z.number().int().nonnegative(),
  }),
  people: z.object({
    /** People-hours of all episodes with known durations; null if there are none. */
    total: Span.nullable(),
    /** People-hours per episode: the medians of both ends, so that one outlier does not dominate. */
    perEpisode: Span.nullable(),
    /** Episodes with known durations: all except those with an incident whose end is unknown. */
    told: z.number().int().nonnegative(),
    /** Episodes whose incidents state how many people worked on them; an assumption replaces it for the others. */
    withResponders: z.number().int().nonnegative(),
    parts: z.array(CostPart),
  }),
  /** The value of avoiding one episode: the median cost of one. Null if it is unknown. */
  avoided: z.object({ peopleHours: Span.nullable(), impactHours: z.number().nonnegative().nullable() }),
  assumptions: z.array(CostAssumption),
  settings: WorkingTime,
});
export type Cost = z.infer<typeof Cost>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
