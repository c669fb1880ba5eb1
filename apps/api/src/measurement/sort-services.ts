import type { ServiceSort, ServiceSummary } from '@refrain/domain';

type Comparison = (a: ServiceSummary, b: ServiceSummary) => number;

const byName: Comparison = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.kind < b.kind ? 1 : -1);
const byLastAt: Comparison = (a, b) => (a.lastAt > b.lastAt ? -1 : a.lastAt < b.lastAt ? 1 : 0);

const comparisons: Readonly<Record<ServiceSort, Comparison>> = {
  episodes: (a, b) => b.episodes - a.episodes || b.patterns - a.patterns,
  impactHours: (a, b) => (b.impactHours ?? -1) - (a.impactHours ?? -1),
  patterns: (a, b) => b.patterns - a.patterns || b.episodes - a.episodes,
  lastAt: byLastAt,
  deployments: (a, b) => (b.deployments ?? -1) - (a.deployments ?? -1),
  name: () => 0,
};

/** Sorts by the highest figure or the newest date, or by name; equal services by their last episode, then by name. */
export function sortServices(
  services: readonly ServiceSummary[],
  sort: ServiceSort,
  order: 'asc' | 'desc' | undefined,
): ServiceSummary[] {
  const compare: Comparison = (a, b) =>
    sort === 'name' ? byName(a, b) : comparisons[sort](a, b) || byLastAt(a, b) || byName(a, b);
  const isReversed = order !== undefined && order !== (sort === 'name' ? 'asc' : 'desc');
  return [...services].sort((a, b) => (isReversed ? compare(b, a) : compare(a, b)));
}
