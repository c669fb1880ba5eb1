import type { CostAssumption, CostAssumptionName, CostSettings } from '@refrain/domain';

const assumed = 'an assumption of Refrain';

/** Assumptions about people's time, each with the lowest and the highest plausible value. */
export const costAssumptions: readonly CostAssumption[] = [
  assume('responders', 'people who work on an incident that does not say how many did', 1, 4),
  assume(
    'attended_hours',
    'hours of an incident, at most, in which people work on it: a longer one waits for something',
    8,
    24,
  ),
  assume(
    'hours_per_page',
    'hours that a page takes from other work besides',
    0.5,
    2,
    `the low end: about 25 minutes to be back at what was interrupted (Mark, González and Harris, "No Task Left Behind?", 2005); the high end: ${assumed}`,
  ),
  assume(
    'hours_per_page_out_of_hours',
    'hours that a page at night or on a weekend takes in addition, as rest that is made up for',
    1,
    4,
  ),
  assume(
    'follow_up_hours',
    'hours after an episode with an incident: finding out, writing down, mending',
    0,
    6,
    `the high end: six hours on average, remediation included (Google, "Site Reliability Engineering", 2016, chapter 11); the low end: ${assumed}`,
  ),
  assume('rework_hours', 'hours until a change that was reverted or not deployed is ready again', 1, 4),
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
