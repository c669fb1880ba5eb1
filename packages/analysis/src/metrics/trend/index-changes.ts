import type { ObservedChange } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import { groupBy } from '../../collections/group-by.ts';

/** Changes of one repository to the same services. */
interface Location {
  readonly repository: string;
  readonly services: readonly string[];
  /** In ms, rising. */
  readonly times: readonly number[];
}

/** Where something happens. */
export interface Whereabouts {
  readonly services: ReadonlySet<string>;
  readonly repositories: ReadonlySet<string>;
}

/** The changes to what one series is about: each is an occasion on which it could have happened. */
export interface Opportunities {
  /** In [from, until), in ms. */
  count(from: number, until: number): number;
  /** In ms. */
  readonly first: number;
}

export interface ChangesByLocation {
  /** Null where no change at all is known. */
  readonly everywhere: Opportunities | null;
  /** Null where no change to it is known. */
  find(whereabouts: Whereabouts): Opportunities | null;
}

/**
 * Changes by where they were made. A change counts for a series that names one of its services; for one that names none, or
 * where it is not known what a repository runs, if the series names its repository.
 */
export function indexChanges(changes: readonly ObservedChange[]): ChangesByLocation {
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

function toOpportunities(places: readonly Location[]): Opportunities | null {
  if (places.length === 0) return null;
  return {
    count: (from, until) => places.reduce((sum, { times }) => sum + countBetween(times, from, until), 0),
    first: places.reduce((first, { times }) => Math.min(first, times[0] ?? first), Number.POSITIVE_INFINITY),
  };
}
