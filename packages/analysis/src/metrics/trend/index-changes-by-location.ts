import type { ObservedChange } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { groupBy } from '../../collections/group-by.ts';

/** Changes in one repository that affect the same set of services. */
interface Location {
  readonly repository: string;
  readonly services: readonly string[];
  /** Times of the changes in ms, ascending. */
  readonly times: readonly number[];
}

export interface SeriesLocation {
  readonly services: ReadonlySet<string>;
  readonly repositories: ReadonlySet<string>;
}

export interface ChangeCounter {
  /** Counts the changes in [from, until), in ms. */
  count(from: number, until: number): number;
  /** Time of the first change, in ms. */
  readonly first: number;
}

export interface ChangesByLocation {
  /** All changes; null if none are known. */
  readonly everywhere: ChangeCounter | null;
  find(location: SeriesLocation): ChangeCounter | null;
}

/** Indexes changes by location. A change and a series match by service or, if either names none, by repository. */
export function indexChangesByLocation(changes: readonly ObservedChange[]): ChangesByLocation {
  const grouped = groupBy(changes, ({ repository, services }) => [JSON.stringify([repository, [...services].sort()])]);
  const places = [...grouped.values()].flatMap((own): Location[] => {
    const [first] = own;
    if (first === undefined) return [];
    const times = own.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
    return [{ repository: first.repository, services: first.services, times }];
  });
  return {
    everywhere: toOpportunities(places),
    find({ services, repositories }) {
      const own = places.filter((place) => {
        const isKnown = services.size > 0 && place.services.length > 0;
        return isKnown ? place.services.some((service) => services.has(service)) : repositories.has(place.repository);
      });
      return toOpportunities(own);
    },
  };
}

function toOpportunities(places: readonly Location[]): ChangeCounter | null {
  if (places.length === 0) return null;
  return {
    count: (from, until) => places.reduce((sum, { times }) => sum + countTimesBetween(times, from, until), 0),
    first: places.reduce((first, { times }) => Math.min(first, times[0] ?? first), Number.POSITIVE_INFINITY),
  };
}
