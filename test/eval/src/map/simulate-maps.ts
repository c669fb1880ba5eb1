import { buildFailureMap } from '@refrain/analysis';
import { Cause, dayInMs, type FailureMap, type ObservedEpisode, type TouchingChange } from '@refrain/domain';
import type { Draw } from '../trend/draw.ts';

/** An organisation whose cells all fail at one rate, but for one cell where `factor` is given. */
export interface SimulatedOrganisation {
  readonly services: number;
  /** At most as many as there are. */
  readonly causes: number;
  /** Episodes of a cell, on average, where a service has its mean number of changes. */
  readonly expected: number;
  /** Changes of a service, on average, and whether some have many more than others. */
  readonly changes: number;
  readonly isUneven: boolean;
  /** How many times as often the first cell fails; its service has the mean number of changes then. */
  readonly factor: number;
}

const days = 365;
const until = Date.UTC(2026, 0, 1);
const from = until - days * dayInMs;
const firstCause = Cause.options[0];
const firstService = 'service-0';

export function simulateMap(organisation: SimulatedOrganisation, draw: Draw): FailureMap {
  const { services, causes, expected, changes, isUneven, factor } = organisation;
  const sizes = Array.from({ length: services }, (_, place) =>
    !isUneven || (place === 0 && factor !== 1) ? 1 : draw.exponential(1) + 0.05,
  );
  const made = sizes.flatMap((size, place) =>
    Array.from({ length: Math.ceil(size * changes) }, (_, at) => change(`service-${place}`, at, draw)),
  );
  const madeBy = new Map(
    sizes.map((_, place) => [place, made.filter(({ services }) => services[0] === `service-${place}`)]),
  );
  const episodes = sizes.flatMap((size, place) =>
    Cause.options.slice(0, causes).flatMap((cause, column) => {
      const mean = expected * size * (place === 0 && column === 0 ? factor : 1);
      const own = madeBy.get(place) ?? [];
      return Array.from({ length: draw.poisson(mean) }, (_, at) => episode(own, cause, at, draw));
    }),
  );
  episodes.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return buildFailureMap({
    ...{ episodes, changes: made, teams: null, filter: { team: null, environment: null, kinds: [] } },
    period: { from: new Date(from).toISOString(), until: new Date(until).toISOString() },
  });
}

/** Whether anything in a map stands out. */
export function hasFinding({ causes, triggers, hotspots }: FailureMap): boolean {
  return hotspots.length > 0 || [...causes, ...triggers].some(({ standsOut }) => standsOut);
}

/** Whether the cell that fails more often stands out. */
export function hasFoundFirst({ causes }: FailureMap): boolean {
  const first = causes.find(({ service, cause }) => service === firstService && cause === firstCause);
  return first?.standsOut === true;
}

function change(service: string, at: number, draw: Draw): TouchingChange {
  return {
    ...{ id: `${service} ${at}`, at: instant(draw), repository: `acme/${service}`, environment: 'production' },
    ...{ services: [service], paths: [`src/part-${Math.floor(5 * draw.uniform())}/file.ts`] },
  };
}

/** That comes of any of its service's changes, with a trigger that has nothing to do with its cause. */
function episode(changes: readonly TouchingChange[], cause: Cause, at: number, draw: Draw): ObservedEpisode {
  const { services, repository, paths } = changes[Math.floor(draw.uniform() * changes.length)] as TouchingChange;
  const id = `${repository} ${cause} ${at}`;
  return {
    ...{ id, patternId: null, cause, trigger: draw.uniform() < 0.5 ? 'deployment' : 'traffic', kinds: ['incident'] },
    ...{ startedAt: instant(draw), endedAt: null, hours: null, services, repositories: [repository], paths },
    ...{ environments: [], failureIds: [id] },
  };
}

function instant(draw: Draw): string {
  return new Date(from + Math.floor(draw.uniform() * (until - from))).toISOString();
}
