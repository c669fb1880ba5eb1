import { z } from 'zod';
import { ImpactHours } from './failure-map.ts';
import { Span } from './guardrail.ts';

/** The name of an assumption that is used where the data do not state how much time people spent. */
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
  /** The quantity that the assumption estimates, as a phrase. */
  label: z.string(),
  range: Span,
  /** Where the range comes from: a publication, the organisation's settings, or a note that it is an assumption. */
  source: z.string(),
});
export type CostAssumption = z.infer<typeof CostAssumption>;

const Hour = z.number().int().min(0).max(24);
const TimeZone = z.string().max(100).refine(isTimeZone, 'must be a time zone, such as Europe/Berlin');

/** When people work. All other time is out of hours. */
export const WorkingTime = z.object({
  timeZone: TimeZone.default('UTC'),
  /** The hours of the day during which people work; all other hours are out of hours. */
  workday: z
    .object({ from: Hour, until: Hour })
    .refine(({ from, until }) => from < until, 'must begin before it ends')
    .default({ from: 8, until: 19 }),
  /** The days of the week on which nobody works; 1 is Monday. */
  weekend: z.array(z.number().int().min(1).max(7)).default([6, 7]),
});
export type WorkingTime = z.infer<typeof WorkingTime>;

/** An organisation's settings for the estimation of people's time. */
export const CostSettings = WorkingTime.extend({
  /** Ranges that replace the default assumptions. */
  assumptions: z.partialRecord(CostAssumptionName, Span).default({}),
});
export type CostSettings = z.infer<typeof CostSettings>;

const counted = { count: z.number().int().nonnegative(), failureIds: z.array(z.string()) };

/** One summand of the estimated people-hours. */
export const CostPart = z.object({
  part: z.enum(['response', 'pages', 'out_of_hours', 'follow_up', 'rework']),
  /** How the hours are computed, as a phrase that names the factors. */
  computation: z.string(),
  hours: Span,
});
export type CostPart = z.infer<typeof CostPart>;

/** The estimated cost of episodes. A cost that is unknown counts as 0. */
export const Cost = z.object({
  episodes: z.number().int().nonnegative(),
  /** The hours of impact. `high` is the 90th percentile per episode; null if fewer than ten durations are known. */
  impact: ImpactHours.extend({ high: z.number().nonnegative().nullable() }),
  pages: z.object({
    /** Incidents of high urgency, each of which paged somebody. */
    all: z.object(counted),
    /** Incidents of high urgency that began outside of working time. */
    outOfHours: z.object(counted),
    /** The number of incidents of unknown urgency, which may have paged somebody. */
    unknownUrgency: z.number().int().nonnegative(),
  }),
  people: z.object({
    /** The people-hours of all episodes with known durations; null if no duration is known. */
    total: Span.nullable(),
    /** The people-hours per episode: the median of the low estimates and the median of the high estimates. */
    perEpisode: Span.nullable(),
    /** The number of episodes with known durations: those in which all incidents have a known end. */
    withDuration: z.number().int().nonnegative(),
    /** The number of episodes whose incidents state how many people responded. For other episodes, the number is assumed. */
    withResponders: z.number().int().nonnegative(),
    parts: z.array(CostPart),
  }),
  /** The cost that is saved if one episode is avoided: the median cost of an episode. */
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
