import { z } from 'zod';
import { ImpactHours } from './failure-map.ts';
import { Span } from './guardrail.ts';

/** What people's time is reckoned with where nothing tells it. */
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
  /** What it is a number of, as a reader is told. */
  label: z.string(),
  range: Span,
  /** Who says so: a publication, this organisation, or nobody: then it says that it is an assumption. */
  source: z.string(),
});
export type CostAssumption = z.infer<typeof CostAssumption>;

const Hour = z.number().int().min(0).max(24);
/** IANA name of a time zone. */
const TimeZone = z.string().max(100).refine(isTimeZone, 'has to be a time zone, as Europe/Berlin');

/** When people work. All other time is out of hours. */
export const WorkingTime = z.object({
  timeZone: TimeZone.default('UTC'),
  /** Hours of the day between which people work; all others are out of hours. */
  workday: z
    .object({ from: Hour, until: Hour })
    .refine(({ from, until }) => from < until, 'has to begin before it ends')
    .default({ from: 8, until: 19 }),
  /** Days of the week on which nobody works, 1 being Monday. */
  weekend: z.array(z.number().int().min(1).max(7)).default([6, 7]),
});
export type WorkingTime = z.infer<typeof WorkingTime>;

/** When people work, and what their time is reckoned with: what an organisation may set. */
export const CostSettings = WorkingTime.extend({
  /** In place of the product's own. */
  assumptions: z.partialRecord(CostAssumptionName, Span).default({}),
});
export type CostSettings = z.infer<typeof CostSettings>;

const counted = { count: z.number().int().nonnegative(), failureIds: z.array(z.string()) };

/** A part of the people-hours: which time it is, from what it is counted, and by which assumptions. */
export const CostPart = z.object({
  part: z.enum(['response', 'pages', 'out_of_hours', 'follow_up', 'rework']),
  /** In words: what is multiplied with what. */
  reckoning: z.string(),
  hours: Span,
});
export type CostPart = z.infer<typeof CostPart>;

/** What episodes took: of what is known of them, and nothing for what is not. */
export const Cost = z.object({
  episodes: z.number().int().nonnegative(),
  /** `high` is the hours that nine in ten stay below; null below ten that tell. */
  impact: ImpactHours.extend({ high: z.number().nonnegative().nullable() }),
  pages: z.object({
    /** Incidents that paged somebody: those of high urgency. */
    all: z.object(counted),
    /** Of them, those that began at night or on a weekend, by the clock of `timeZone`. */
    outOfHours: z.object(counted),
    /** Incidents of which nothing tells whether they paged. */
    unknownUrgency: z.number().int().nonnegative(),
  }),
  people: z.object({
    /** Hours of people's time over the episodes that tell; null where none does. */
    total: Span.nullable(),
    /** Of an episode: the medians of both ends, so that one outlier does not decide. */
    perEpisode: Span.nullable(),
    /** Episodes that tell: all but those with an incident whose end is not known. */
    told: z.number().int().nonnegative(),
    /** Episodes whose incidents say how many people worked on them; for the others that is assumed. */
    withResponders: z.number().int().nonnegative(),
    parts: z.array(CostPart),
  }),
  /** What it is worth that one episode does not happen: what one took in the middle; null where it is not known. */
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
