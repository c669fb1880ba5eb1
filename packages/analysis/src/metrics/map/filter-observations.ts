import type { ChangeWithPaths, FailureMapFilter, ObservedEpisode, ObservedPeriod } from '@refrain/domain';
import { listMapRows, type MapRow } from './rows.ts';

interface Observed {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ChangeWithPaths[];
}

interface Selected extends Observed {
  /** Episodes that the filter by environment excludes because their environment is unknown. */
  readonly withoutEnvironment: readonly ObservedEpisode[];
  /** All rows of the period, sorted by key. Ignores the other filters, since rates depend on the number of rows. */
  readonly rows: readonly MapRow[];
}

/** Filters by time, environment and kind. A change without environment counts for all of them, a failure for none. */
export function filterObservations(
  { episodes, changes }: Observed,
  period: ObservedPeriod,
  { environment, kinds }: Pick<FailureMapFilter, 'environment' | 'kinds'>,
): Selected {
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  const isThen = (at: string): boolean => Date.parse(at) >= from && Date.parse(at) < until;
  const happened = episodes.filter(({ startedAt }) => isThen(startedAt));
  const made = changes.filter(({ at }) => isThen(at));
  const ofKind = happened.filter((one) => kinds.length === 0 || one.kinds.some((kind) => kinds.includes(kind)));
  return {
    episodes: ofKind.filter(({ environments }) => environment === null || environments.includes(environment)),
    changes: made.filter((change) => environment === null || (change.environment ?? environment) === environment),
    withoutEnvironment: environment === null ? [] : ofKind.filter(({ environments }) => environments.length === 0),
    rows: listMapRows(happened, made),
  };
}
