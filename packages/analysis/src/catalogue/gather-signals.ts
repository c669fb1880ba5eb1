import { groupBy } from '../collections/group-by.ts';
import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { maxLogOddsAgainstNull } from '../stats/p-values.ts';
import { countDocumentsByTerm } from '../text/tf-idf.ts';
import type { CatalogueInput, CatalogueSignal } from './catalogue-input.ts';
import type { NameSimilarityLookup } from './name-similarity-lookup.ts';
import { listNamedRepositories } from './named-repositories.ts';
import {
  listRecentlyChangedRepositories,
  listRecentlyFailedRepositories,
  maxHoursFromChangeToIncident,
} from './nearby-changes.ts';
import { createTextComparer } from './shared-texts.ts';

/** Maximum log-odds that each kind of signal contributes. */
const maxOdds = { words: 3.5, named: 4.5, inTime: 3.5 };
/**
 * Factor for the weaker of a repository's two time signals (recent change, revert), as both may stem from one change.
 */
const repeatedFactor = 0.25;
/**
 * Similar texts are a signal only if their similarity exceeds the mean similarity by `deviations` standard deviations.
 * Each further standard deviation adds `each` log-odds.
 */
const excessThreshold = { deviations: 2, each: 1.1 };
/** Minimum number of a service's incidents that must have a feature in common. */
const minHits = 2;

/** Returns a function that collects, for each repository, the signals that it contains a service's code. */
export function createCatalogueSignalCollector(
  { changes, failures, repositories }: Pick<CatalogueInput, 'changes' | 'failures' | 'repositories'>,
  names: NameSimilarityLookup,
): (service: string) => ReadonlyMap<string, readonly CatalogueSignal[]> {
  const incidents = failures.filter(({ kind, isFailure }) => kind === 'incident' && isFailure);
  const incidentsOf = groupBy(incidents.keys(), (at) => new Set(incidents[at]?.services));
  const named = createCoOccurrenceFinder(listNamedRepositories(incidents, repositories));
  const followed = createCoOccurrenceFinder(listRecentlyChangedRepositories(incidents, changes));
  const broken = createCoOccurrenceFinder(listRecentlyFailedRepositories(incidents, failures));
  const texts = createTextComparer(failures);
  const known = new Set(repositories);

  function inTime(own: readonly number[]): (readonly [string, CatalogueSignal])[] {
    const seen = new Set<string>();
    return [
      ...followed(own).map((found) => ({ found, what: `changed in the ${maxHoursFromChangeToIncident} hours before` })),
      ...broken(own).map((found) => ({ found, what: 'a deployment failed or a change was taken back around' })),
    ]
      .sort((a, b) => b.found.odds - a.found.odds)
      .map(({ found, what }) => {
        const value = Math.min(maxOdds.inTime, found.odds) * (seen.has(found.key) ? repeatedFactor : 1);
        seen.add(found.key);
        return [found.key, { signal: 'time', detail: `${what} ${describeShare(found)}`, value }] as const;
      });
  }

  return (service) => {
    const own = incidentsOf.get(service) ?? [];
    const found = [
      ...names.similarRepositories(service),
      ...named(own).map((one) => {
        const detail = `named in ${describeShare(one)}`;
        return [one.key, { signal: 'reference', detail, value: Math.min(maxOdds.named, one.odds) }] as const;
      }),
      ...inTime(own),
      ...texts(service).map(({ repository, excess, words }) => {
        const detail = `its failures and the incidents of the service both mention ${words.join(', ')}`;
        const value = Math.min(maxOdds.words, excessThreshold.each * (excess - excessThreshold.deviations));
        return [repository, { signal: 'words', detail, value }] as const;
      }),
    ];
    const weighed = found.filter(([repository, weighedSignal]) => weighedSignal.value > 0 && known.has(repository));
    const weighedSignals = groupBy(weighed, ([repository]) => [repository]);
    return new Map(
      [...weighedSignals].map(([repository, own]) => [repository, own.map(([, weighedSignal]) => weighedSignal)]),
    );
  };
}

function describeShare({ hits, incidents: drawn, shareElsewhere: elsewhere }: CoOccurrence): string {
  return `${hits} of ${drawn} incidents of the service, against ${(elsewhere * 100).toFixed(1)} % of the others`;
}

/** A feature that incidents of a service have in common, such as a repository that changed shortly before. */
interface CoOccurrence {
  readonly key: string;
  /** Number of the service's incidents that have the feature `key`. */
  readonly hits: number;
  /** Number of all incidents of the service. */
  readonly incidents: number;
  /** Share of the incidents of all other services that have the feature. */
  readonly shareElsewhere: number;
  /** Log-odds that the co-occurrence is no coincidence; never negative. */
  readonly odds: number;
}

/**
 * Returns a function that finds the features that are more frequent in a service's incidents than in those of other services,
 * strongest first. So a repository that changes before nearly every incident of all services is no feature of any of them.
 * @param markedBy the features of each incident; the returned function takes indices into this list
 */
function createCoOccurrenceFinder(
  markedBy: readonly ReadonlySet<string>[],
): (incidents: readonly number[]) => readonly CoOccurrence[] {
  const totals = countDocumentsByTerm(markedBy);

  return (indices) => {
    const incidents = indices.length;
    return [...countDocumentsByTerm(indices.map((at) => markedBy[at] ?? []))]
      .filter(([, hits]) => hits >= minHits)
      .map(([key, hits]) => {
        const marked = totals.get(key) ?? hits;
        const odds = maxLogOddsAgainstNull(hypergeometricTail(hits, incidents, marked, markedBy.length));
        const shareElsewhere = (marked - hits) / Math.max(1, markedBy.length - incidents);
        return { key, hits, incidents, shareElsewhere, odds };
      })
      .filter(({ odds }) => odds > 0)
      .sort((a, b) => b.odds - a.odds || (a.key < b.key ? -1 : 1));
  };
}
