import type { Cost, CostPart, CostSettings, Failure, ObservedEpisode, Span } from '@refrain/domain';
import { quantileSorted } from 'simple-statistics';
import { medianOf } from '../../stats/median-of.ts';
import { summariseImpactHours } from '../map/impact-hours.ts';
import { type AssumedCostRanges, listCostAssumptions, toAssumedCostRanges } from './assumptions.ts';
import {
  type EpisodeWork,
  type EpisodeWorkQuantity,
  estimateEpisodeWork,
  isPagingUrgency,
  type KindOfWork,
  sumSpans,
} from './episode-work.ts';
import { createOutOfHoursCheck } from './out-of-hours.ts';

interface CostInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly failures: ReadonlyMap<string, Failure>;
  readonly settings: CostSettings;
}

/** Minimum number of durations for a 90th percentile. */
const minForHigh = 10;

/** Estimates the lowest and highest plausible costs. Counts unknown values separately, never as 0. */
export function estimateCost({ episodes, failures, settings }: CostInput): Cost {
  const { timeZone, workday, weekend } = settings;
  const assumptions = listCostAssumptions(settings);
  const assumed = toAssumedCostRanges(assumptions);
  const isOutOfHours = createOutOfHoursCheck(settings);
  const membersOf = ({ failureIds }: ObservedEpisode): Failure[] => failureIds.flatMap((id) => failures.get(id) ?? []);
  const incidents = episodes.flatMap(membersOf).filter(({ kind }) => kind === 'incident');
  const pages = incidents.filter(({ urgency }) => isPagingUrgency(urgency) === true);
  const works = episodes.map((episode) => estimateEpisodeWork(membersOf(episode), assumed, isOutOfHours));
  const totals = works.flatMap(({ work }) => work?.total ?? []);
  const perEpisode = medianSpan(totals);
  const impact = summariseImpactHours(episodes);
  return {
    episodes: episodes.length,
    impact: { ...impact, high: findHigh(episodes) },
    pages: {
      all: toCounted(pages),
      outOfHours: toCounted(pages.filter(({ occurredAt }) => isOutOfHours(occurredAt))),
      unknownUrgency: incidents.filter(({ urgency }) => isPagingUrgency(urgency) === null).length,
    },
    people: {
      total: totals.length === 0 ? null : sumSpans(totals),
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

const order: readonly KindOfWork[] = ['response', 'pages', 'out_of_hours', 'follow_up', 'rework'];

function listCostParts(works: readonly EpisodeWork[], assumed: AssumedCostRanges): CostPart[] {
  const known = works.flatMap(({ work, hasResponders }) => (work === null ? [] : [{ ...work, hasResponders }]));
  const sum = (count: EpisodeWorkQuantity): number => known.reduce((total, { counts }) => total + counts[count], 0);
  const withAny = (count: EpisodeWorkQuantity) => known.filter(({ counts }) => counts[count] > 0);
  const withIncidents = withAny('incidents');
  const withResponders = withIncidents.filter(({ hasResponders }) => hasResponders).length;
  const calculations: Readonly<Record<KindOfWork, string>> = {
    response: `${formatTenths(sum('hours'))} hours of incidents (at most ${range(assumed.attended_hours)} per episode) × responders (${
      withResponders === withIncidents.length
        ? 'known for all episodes'
        : `known for ${withResponders} of ${withIncidents.length} episodes, otherwise ${range(assumed.responders)}`
    })`,
    pages: `${sum('pages')} pages × ${range(assumed.hours_per_page)} hours`,
    out_of_hours: `${sum('outOfHours')} pages out of hours × ${range(assumed.hours_per_page_out_of_hours)} hours`,
    follow_up: `${withIncidents.length} episodes with an incident × ${range(assumed.follow_up_hours)} hours`,
    rework: `${sum('reworked')} reverted changes and failed deployments in ${withAny('reworked').length} episodes (at least one per episode) × ${range(assumed.rework_hours)} hours`,
  };
  return order.flatMap((part) => {
    const hours = sumSpans(known.map(({ parts }) => parts[part]));
    return hours.high === 0 ? [] : [{ part, computation: calculations[part], hours }];
  });
}

function range({ low, high }: Span): string {
  return low === high ? formatTenths(low) : `${formatTenths(low)} to ${formatTenths(high)}`;
}

function formatTenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
