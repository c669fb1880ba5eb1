import type { CostAssumption, CostAssumptionName, CostSettings } from '@refrain/domain';

const assumed = 'an assumption of Refrain';

/** Assumptions about people's time, each with the lowest and the highest plausible value. */
export const costAssumptions: readonly CostAssumption[] = [
  {
    name: 'responders',
    label: 'people who work on an incident that does not say how many did',
    range: { low: 1, high: 4 },
    source: assumed,
  },
  {
    name: 'attended_hours',
    label: 'hours of an incident, at most, in which people work on it: a longer one waits for something',
    range: { low: 8, high: 24 },
    source: assumed,
  },
  {
    name: 'hours_per_page',
    label: 'hours that a page takes from other work besides',
    range: { low: 0.5, high: 2 },
    source: `the low end: about 25 minutes to be back at what was interrupted (Mark, González and Harris, "No Task Left Behind?", 2005); the high end: ${assumed}`,
  },
  {
    name: 'hours_per_page_out_of_hours',
    label: 'hours that a page at night or on a weekend takes in addition, as rest that is made up for',
    range: { low: 1, high: 4 },
    source: assumed,
  },
  {
    name: 'follow_up_hours',
    label: 'hours after an episode with an incident: finding out, writing down, mending',
    range: { low: 0, high: 6 },
    source: `the high end: six hours on average, remediation included (Google, "Site Reliability Engineering", 2016, chapter 11); the low end: ${assumed}`,
  },
  {
    name: 'rework_hours',
    label: 'hours until a change that was reverted or not deployed is ready again',
    range: { low: 1, high: 4 },
    source: assumed,
  },
];

export function listAssumptions({ assumptions }: Pick<CostSettings, 'assumptions'>): CostAssumption[] {
  return costAssumptions.map((assumption) => {
    const range = assumptions[assumption.name];
    return range === undefined ? assumption : { ...assumption, range, source: 'set by this organisation' };
  });
}

export type AssumedRanges = Readonly<Record<CostAssumptionName, CostAssumption['range']>>;

export function assumedRangesOf(assumptions: readonly CostAssumption[]): AssumedRanges {
  return Object.fromEntries(assumptions.map(({ name, range }) => [name, range])) as AssumedRanges;
}
