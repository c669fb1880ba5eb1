import type { DigestInput } from '@refrain/analysis';
import { type Completeness, type DigestScope, dayInMs, type Measurement } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** Services without an episode for longer get no digest of their own. */
const quietAfterMs = 365 * dayInMs;
/** All of them; a store has no list without an end. */
const everything = 1_000_000;

/** What the digests of any scope are made from. */
export interface DigestSource {
  readonly whole: Omit<DigestInput, 'scope' | 'period'>;
  /** Every scope but the organisation that gets a digest by itself. */
  readonly scopes: readonly DigestScope[];
}

export async function readDigestSource(store: Store, measurement: Measurement): Promise<DigestSource> {
  const { asOf } = measurement;
  const all = { from: new Date(0).toISOString(), until: asOf };
  const [episodes, changes, patterns, measured, improvements, completeness] = await Promise.all([
    store.observations.listEpisodes(all),
    store.observations.listChanges(all),
    store.patterns.list({ limit: everything }),
    store.measurements.listPatterns(),
    store.improvements.list({ limit: everything }),
    readCompleteness(store),
  ]);
  const measurementOf = new Map(measured.map(({ patternId, measurement }) => [patternId, measurement]));
  const since = Date.parse(asOf) - quietAfterMs;
  const recent = episodes.filter(({ startedAt }) => Date.parse(startedAt) >= since);
  const services = [...new Set(recent.flatMap((episode) => episode.services))].sort();
  return {
    whole: {
      ...{ episodes, changes, completeness, asOf, measurement, improvements: improvements.items },
      patterns: patterns.items.map(({ id, name, lesson }) => {
        return { id, name, lesson, measurement: measurementOf.get(id) ?? null };
      }),
    },
    scopes: services.map((name) => ({ kind: 'service', name })),
  };
}

/** The part of it that one scope sees. */
export function withinScope(whole: DigestSource['whole'], scope: DigestScope): DigestSource['whole'] {
  if (scope.kind === 'organisation') return whole;
  const isWithin = ({ services }: { readonly services: readonly string[] }) => services.includes(scope.name);
  const episodes = whole.episodes.filter(isWithin);
  const patternIds = new Set(episodes.flatMap(({ patternId }) => patternId ?? []));
  return {
    ...whole,
    measurement: null,
    episodes,
    changes: whole.changes.filter(isWithin),
    patterns: whole.patterns.filter(({ id }) => patternIds.has(id)),
    improvements: whole.improvements.filter(({ patternId }) => patternIds.has(patternId)),
  };
}

async function readCompleteness(store: Store): Promise<Completeness> {
  const connections = await store.connections.list();
  const gaps = await Promise.all(connections.map(({ id }) => store.completeness.gaps(id)));
  return {
    accounts: connections.length,
    problems: connections.flatMap(({ account, statusReason }) =>
      statusReason === null ? [] : [{ account, problem: statusReason }],
    ),
    gaps: new Set(gaps.flatMap((days, at) => days.map(({ day }) => `${at} ${day}`))).size,
    unassigned: await store.failures.countUnassigned(),
  };
}
