import { buildFailureMap } from '@refrain/analysis';
import { Cause, type ChangeWithPaths, dayInMs, type FailureMap, type ObservedEpisode } from '@refrain/domain';
import type { RandomDistributions } from '../trends/random-distributions.ts';

/** An organisation in which all cells of the failure map have the same rate, unless `factor` or `spread` changes it. */
export interface SimulatedOrganisation {
  readonly services: number;
  readonly causes: number;
  /** Mean number of episodes in a cell, for a service with an average number of changes. */
  readonly expected: number;
  readonly changes: number;
  /** Whether the number of changes differs strongly between services. */
  readonly isUneven: boolean;
  /**
   * Factor by which the rate of the first cell is multiplied. If it is not 1, the service of this cell has an average number of changes.
   */
  readonly factor: number;
  /** Standard deviation of the logarithm of the cells' rates. */
  readonly spread: number;
}

export interface SimulatedMap {
  readonly map: FailureMap;
  rateOf(service: string | null, cause: Cause): number;
}

const days = 365;
const until = Date.UTC(2026, 0, 1);
const from = until - days * dayInMs;
const firstCause = Cause.options[0];
const firstService = 'service-0';

export function simulateMap(organisation: SimulatedOrganisation, draw: RandomDistributions): SimulatedMap {
  const { services, causes, expected, changes, isUneven, factor, spread } = organisation;
  const sizes = Array.from({ length: services }, (_, index) =>
    !isUneven || (index === 0 && factor !== 1) ? 1 : draw.exponential(1) + 0.05,
  );
  const made = sizes.flatMap((size, index) =>
    Array.from({ length: Math.ceil(size * changes) }, (_, at) => change(`service-${index}`, at, draw)),
  );
  const madeBy = new Map(
    sizes.map((_, index) => [index, made.filter(({ services }) => services[0] === `service-${index}`)]),
  );
  const rates = new Map<string, number>();
  const episodes = sizes.flatMap((size, index) =>
    Cause.options.slice(0, causes).flatMap((cause, column) => {
      const own = madeBy.get(index) ?? [];
      const relative = (index === 0 && column === 0 ? factor : 1) * Math.exp(spread * normal(draw));
      rates.set(`service-${index} ${cause}`, (100 * expected * size * relative) / own.length);
      return Array.from({ length: draw.poisson(expected * size * relative) }, (_, at) => episode(own, cause, at, draw));
    }),
  );
  episodes.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const map = buildFailureMap({
    episodes,
    changes: made,
    teams: null,
    filter: { team: null, environment: null, kinds: [] },
    period: { from: new Date(from).toISOString(), until: new Date(until).toISOString() },
  });
  return { map, rateOf: (service, cause) => rates.get(`${service} ${cause}`) ?? 0 };
}

/** Approximates a normal variable by the sum of twelve uniform ones. */
function normal(draw: RandomDistributions): number {
  return Array.from({ length: 12 }, () => draw.uniform()).reduce((sum, value) => sum + value, -6);
}

export function highlightsAnyCell({ map: { causes, triggers, hotspots } }: SimulatedMap): boolean {
  return hotspots.length > 0 || [...causes, ...triggers].some(({ standsOut }) => standsOut);
}

/** Returns whether the map highlights the cell with the raised rate. */
export function highlightsFirstCell({ map }: SimulatedMap): boolean {
  const first = map.causes.find(({ service, cause }) => service === firstService && cause === firstCause);
  return first?.standsOut === true;
}

/** Counts the cells with an episode, and the cells whose interval covers the true rate. */
export function countCoveredCells({ map, rateOf }: SimulatedMap): { readonly cells: number; readonly covered: number } {
  const covered = map.causes.filter(({ service, cause, per100Changes }) => {
    const rate = rateOf(service, cause);
    return per100Changes !== null && per100Changes.low <= rate && rate <= per100Changes.high;
  });
  return { cells: map.causes.length, covered: covered.length };
}

function change(service: string, at: number, draw: RandomDistributions): ChangeWithPaths {
  return {
    id: `${service} ${at}`,
    at: instant(draw),
    repository: `acme/${service}`,
    environment: 'production',
    services: [service],
    paths: [`src/part-${Math.floor(5 * draw.uniform())}/file.ts`],
  };
}

/** Creates an episode after a random change of the service. The trigger is independent of the cause. */
function episode(
  changes: readonly ChangeWithPaths[],
  cause: Cause,
  at: number,
  draw: RandomDistributions,
): ObservedEpisode {
  const { services, repository, paths } = changes[Math.floor(draw.uniform() * changes.length)] as ChangeWithPaths;
  const id = `${repository} ${cause} ${at}`;
  return {
    id,
    patternId: null,
    cause,
    trigger: draw.uniform() < 0.5 ? 'deployment' : 'traffic',
    kinds: ['incident'],
    startedAt: instant(draw),
    precision: 'instant',
    endedAt: null,
    hours: null,
    services,
    repositories: [repository],
    paths,
    environments: [],
    failureIds: [id],
  };
}

function instant(draw: RandomDistributions): string {
  return new Date(from + Math.floor(draw.uniform() * (until - from))).toISOString();
}
