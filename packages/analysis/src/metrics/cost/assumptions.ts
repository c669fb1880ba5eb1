import type { CostAssumption, CostAssumptionName, CostSettings } from '@refrain/domain';

const assumed = 'assumed by Refrain';

/** Assumptions about people's time, each with the lowest and the highest plausible value. */
export const costAssumptions: readonly CostAssumption[] = [
  assume('responders', 'responders per incident, if unknown', 1, 4),
  assume('attended_hours', 'maximum hours of an incident in which people work on it', 8, 24),
  assume(
    'hours_per_page',
    'hours of other work lost per page',
    0.5,
    2,
    `low: about 25 minutes to return to an interrupted task (Mark, González and Harris, "No Task Left Behind?", 2005); high: ${assumed}`,
  ),
  assume('hours_per_page_out_of_hours', 'additional hours of rest after a page at night or on a weekend', 1, 4),
  assume(
    'follow_up_hours',
    'hours of follow-up per episode with an incident',
    0,
    6,
    `high: six hours on average, including remediation (Google, "Site Reliability Engineering", 2016, chapter 11); low: ${assumed}`,
  ),
  assume('rework_hours', 'hours of rework per reverted or undeployed change', 1, 4),
];

function assume(name: CostAssumptionName, label: string, low: number, high: number, source = assumed): CostAssumption {
  return { name, label, range: { low, high }, source };
}

export function listCostAssumptions({ assumptions }: Pick<CostSettings, 'assumptions'>): CostAssumption[] {
  return costAssumptions.map((assumption) => {
    const range = assumptions[assumption.name];
    return range === undefined ? assumption : { ...assumption, range, source: 'set by this organisation' };
  });
}

export type AssumedCostRanges = Readonly<Record<CostAssumptionName, CostAssumption['range']>>;

export function toAssumedCostRanges(assumptions: readonly CostAssumption[]): AssumedCostRanges {
  return Object.fromEntries(assumptions.map(({ name, range }) => [name, range])) as AssumedCostRanges;
}
