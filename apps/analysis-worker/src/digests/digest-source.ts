import { createTeamLookup, type DigestRecords, type TeamLookup } from '@refrain/analysis';
import type { Measurement } from '@refrain/domain';
import type { Store } from '@refrain/store';

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
    // The limit is above any realistic number of improvements.
    store.improvements.list({ limit: 1_000_000 }),
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
