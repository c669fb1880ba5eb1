import type { CostPart, Span } from '@refrain/domain';
import type { AssumedRanges } from './assumptions.ts';
import { type EpisodeWork, type KindOfWork, sumRanges, type WorkQuantity } from './episode-work.ts';

const order: readonly KindOfWork[] = ['response', 'pages', 'out_of_hours', 'follow_up', 'rework'];

/** Lists what people's time was spent on, with the calculation of each part. */
export function listCostParts(works: readonly EpisodeWork[], assumed: AssumedRanges): CostPart[] {
  const known = works.flatMap(({ work, hasResponders }) => (work === null ? [] : [{ ...work, hasResponders }]));
  const sum = (count: WorkQuantity): number => known.reduce((total, { counts }) => total + counts[count], 0);
  const withAny = (count: WorkQuantity) => known.filter(({ counts }) => counts[count] > 0);
  const withIncidents = withAny('incidents');
  const withResponders = withIncidents.filter(({ hasResponders }) => hasResponders).length;
  const calculations: Readonly<Record<KindOfWork, string>> = {
    response: `${formatTenths(sum('hours'))} hours of incidents, at most ${range(assumed.attended_hours)} of an episode, × people: ${
      withResponders === withIncidents.length
        ? 'all episodes say how many'
        : `${withResponders} of ${withIncidents.length} episodes say how many, for the others ${range(assumed.responders)}`
    }`,
    pages: `${sum('pages')} pages × ${range(assumed.hours_per_page)} hours`,
    out_of_hours: `${sum('outOfHours')} pages out of hours × ${range(assumed.hours_per_page_out_of_hours)} hours`,
    follow_up: `${withIncidents.length} episodes with an incident × ${range(assumed.follow_up_hours)} hours`,
    rework: `${sum('reworked')} reverted changes and failed deployments in ${withAny('reworked').length} episodes, of which those of one may be one change, × ${range(assumed.rework_hours)} hours`,
  };
  return order.flatMap((part) => {
    const hours = sumRanges(known.map(({ parts }) => parts[part]));
    return hours.high === 0 ? [] : [{ part, computation: calculations[part], hours }];
  });
}

function range({ low, high }: Span): string {
  return low === high ? formatTenths(low) : `${formatTenths(low)} to ${formatTenths(high)}`;
}

function formatTenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
