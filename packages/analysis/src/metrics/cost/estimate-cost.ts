import type { Cost, CostSettings, Failure, ObservedEpisode, Span } from '@refrain/domain';
import { quantileSorted } from 'simple-statistics';
import { medianOf } from '../../stats/median-of.ts';
import { summariseImpactHours } from '../map/impact-hours.ts';
import { assumedRangesOf, listAssumptions } from './assumptions.ts';
import { didPageSomebody } from './did-page-somebody.ts';
import { estimateWork, sumRanges } from './episode-work.ts';
import { listCostParts } from './list-cost-parts.ts';
import { createOutOfHoursCheck } from './out-of-hours.ts';

export interface CostInput {
  readonly episodes: readonly ObservedEpisode[];
  /** All failures of the episodes, keyed by id. */
  readonly failures: ReadonlyMap<string, Failure>;
  readonly settings: CostSettings;
}

/** Minimum number of durations for a 90th percentile. */
const minForHigh = 10;

/**
 * Estimates the cost of episodes in impact hours, pages and people's time. Ranges are the extremes that the assumptions
 * allow, not distributions. Unknown values are counted separately, never as 0.
 */
export function estimateCost({ episodes, failures, settings }: CostInput): Cost {
  const { timeZone, workday, weekend } = settings;
  const assumptions = listAssumptions(settings);
  const assumed = assumedRangesOf(assumptions);
  const isOutOfHours = createOutOfHoursCheck(settings);
  const membersOf = ({ failureIds }: ObservedEpisode): Failure[] => failureIds.flatMap((id) => failures.get(id) ?? []);
  const incidents = episodes.flatMap(membersOf).filter(({ kind }) => kind === 'incident');
  const pages = incidents.filter(({ urgency }) => didPageSomebody(urgency) === true);
  const works = episodes.map((episode) => estimateWork(membersOf(episode), assumed, isOutOfHours));
  const totals = works.flatMap(({ work }) => work?.total ?? []);
  const perEpisode = medianSpan(totals);
  const impact = summariseImpactHours(episodes);
  return {
    episodes: episodes.length,
    impact: { ...impact, high: findHigh(episodes) },
    pages: {
      all: toCounted(pages),
      outOfHours: toCounted(pages.filter(({ occurredAt }) => isOutOfHours(occurredAt))),
      unknownUrgency: incidents.filter(({ urgency }) => didPageSomebody(urgency) === null).length,
    },
    people: {
      total: totals.length === 0 ? null : sumRanges(totals),
      perEpisode,
      withDuration: totals.length,
      withResponders: works.filter(({ hasResponders }) => hasResponders).length,
      parts: listCostParts(works, assumed),
    },
    avoided: { peopleHours: perEpisode, impactHours: impact.median },
    assumptions,
    settings: { timeZone, workday, weekend },
  };
}

function toCounted(failures: readonly Failure[]): Cost['pages']['all'] {
  return { count: failures.length, failureIds: failures.map(({ id }) => id) };
}

function medianSpan(spans: readonly Span[]): Span | null {
  const [low, high] = [medianOf(spans.map((span) => span.low)), medianOf(spans.map((span) => span.high))];
  return low === null || high === null ? null : { low, high };
}

function findHigh(episodes: readonly ObservedEpisode[]): number | null {
  const hours = episodes.flatMap((episode) => episode.hours ?? []).sort((a, b) => a - b);
  return hours.length < minForHigh ? null : quantileSorted(hours, 0.9);
}
