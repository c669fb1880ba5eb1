import { createTeamLookup, type DigestRecords, type TeamLookup } from '@refrain/analysis';
import type { Measurement } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** A page size above any realistic number of improvements, so that the first page has all of them. */
const everything = 1_000_000;

export async function readDigestSource(
  store: Store,
  measurement: Measurement,
): Promise<{ readonly source: DigestRecords; readonly teams: TeamLookup }> {
  const { asOf } = measurement;
  const all = { from: new Date(0).toISOString(), until: asOf };
  const [episodes, changes, patterns, measured, improvements, completeness, owners, catalogue] = await Promise.all([
    store.reports.listTitledEpisodes(all),
    store.reports.listObservedChanges(all),
    store.patterns.listAll(),
    store.reports.listPatternMeasurements(),
    store.improvements.list({ limit: everything }),
    store.completeness.summarise(),
    store.catalogue.listOwners(),
    store.catalogue.listDecided(),
  ]);
  const measurementOf = new Map(measured.map(({ patternId, measurement }) => [patternId, measurement]));
  const dismissed = new Set(patterns.filter(({ judgement }) => judgement === 'dismissed').map(({ id }) => id));
  return {
    source: {
      episodes,
      changes,
      completeness,
      asOf,
      measurement,
      improvements: improvements.items.filter(({ patternId }) => !dismissed.has(patternId)),
      patterns: patterns
        .filter(({ id }) => !dismissed.has(id))
        .map(({ id, name, lesson, harm }) => ({ id, name, lesson, harm, measurement: measurementOf.get(id) ?? null })),
    },
    teams: createTeamLookup({ owners, catalogue, episodes, changes }),
  };
}
