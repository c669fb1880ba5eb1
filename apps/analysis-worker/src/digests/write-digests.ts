import {
  buildDigest,
  createTeamLookup,
  type DigestRecords,
  findLastCompleteDigestPeriod,
  haveEqualDigestCounts,
  listDigestScopes,
  selectDigestRecordsOfScope,
  type TeamLookup,
} from '@refrain/analysis';
import { type Digest, type DigestPeriod, dayInMs, type Measurement, type StoredDigest } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { ReclusterDeps } from '../cluster/recluster.ts';

type DigestDeps = Pick<ReclusterDeps, 'store' | 'now'>;

/** A service or team that had no episode for this long gets no digest. */
const quietAfterMs = 365 * dayInMs;
const organisation = { kind: 'organisation' } as const;

/**
 * Creates the job that writes the digests of the last week and month for the organisation, each service and each team, once the
 * first analysis is complete. If late records change the counts, the job stores another snapshot, at most once a day. Only the first
 * snapshot is published.
 */
export function createWriteDigestsHandler({ store, now = Date.now }: DigestDeps): JobHandler<'write-digests'> {
  /**
   * The measurement time and the digest periods of the last run that read all episodes. A run with equal values skips the
   * slow read.
   */
  let compared = '';
  return async (_payload, signal) => {
    const measured = await store.reports.findMeasurementTime();
    if (measured === null || !(await isAnalysisComplete(store))) return;
    const { asOf } = measured;
    const due: { readonly period: DigestPeriod; readonly newest: StoredDigest | null }[] = [];
    for (const kind of ['week', 'month'] as const) {
      const period = findLastCompleteDigestPeriod(kind, Date.parse(asOf));
      const newest = await store.reports.findNewestDigest(organisation, period);
      const isCooledDown = newest === null || now() - Date.parse(newest.createdAt) >= dayInMs;
      if (isCooledDown || !isOver(newest)) due.push({ period, newest });
    }
    const wanted = JSON.stringify([measured.measuredAt, due.map(({ period }) => period)]);
    const measurement = due.length === 0 || wanted === compared ? null : await store.reports.findMeasurement();
    if (measurement === null) return;
    const { source, teams } = await readDigestRecords(store, measurement);
    if (source.episodes.length === 0) return;
    const scopes = listDigestScopes(source, teams, Date.parse(asOf) - quietAfterMs);
    for (const { period, newest } of due) {
      const whole = buildDigest({ ...source, scope: organisation, period });
      if (hasSameCounts(newest, whole)) continue;
      for (const scope of scopes) {
        signal.throwIfAborted();
        const digest = buildDigest({ ...selectDigestRecordsOfScope(source, scope, teams), scope, period });
        const written = await store.reports.findNewestDigest(scope, period);
        if (written === null ? !isQuiet(digest) : !hasSameCounts(written, digest))
          await store.reports.ensureDigest(digest);
      }
      // The digest of the organisation is written last: if it is missing, the next run knows that a run was interrupted.
      await store.reports.ensureDigest(whole);
    }
    compared = wanted;
  };
}

function isQuiet({ episodes, episodesBefore, patterns }: Digest): boolean {
  return episodes === 0 && episodesBefore === 0 && patterns.length === 0;
}

function hasSameCounts(written: StoredDigest | null, digest: Digest): boolean {
  return written !== null && isOver(written) && haveEqualDigestCounts(written.digest, digest);
}

/** Returns whether a digest covers its whole period. A person may have requested one before the end of the period. */
function isOver({ digest: { asOf, period } }: StoredDigest): boolean {
  return Date.parse(asOf) >= Date.parse(period.until);
}

/**
 * Returns whether all backfills are finished, all records are parsed and the proposals of the first analysis are published. Later
 * digests do not wait for a clustering, because a steady flow of records would delay them forever.
 */
async function isAnalysisComplete({ connections, inbox, patterns }: Store): Promise<boolean> {
  if ((await connections.isBackfillPending()) || (await inbox.countUnprocessed()) > 0) return false;
  return patterns.isFirstAnalysisDone();
}

/** Creates the job that writes a requested digest, unless an equal one exists or nothing has been clustered yet. */
export function createWriteDigestHandler({ store }: DigestDeps): JobHandler<'write-digest'> {
  return async ({ scope, period }) => {
    const measurement = await store.reports.findMeasurement();
    if (measurement === null) return;
    const { source, teams } = await readDigestRecords(store, measurement);
    await store.reports.ensureDigest(
      buildDigest({ ...selectDigestRecordsOfScope(source, scope, teams), scope, period }),
    );
  };
}

export async function readDigestRecords(
  store: Store,
  measurement: Measurement,
): Promise<{ readonly source: DigestRecords; readonly teams: TeamLookup }> {
  const { asOf } = measurement;
  const all = { from: new Date(0).toISOString(), until: asOf };
  const [episodes, changes, patterns, measured, improvements, completeness, owners, serviceTeams, catalogue] =
    await Promise.all([
      store.reports.listTitledEpisodes(all),
      store.reports.listObservedChanges(all),
      store.patterns.listAll(),
      store.reports.listPatternMeasurements(),
      // Higher than the number of improvements of any installation, so that all are read.
      store.improvements.list({ limit: 1_000_000 }),
      store.completeness.summarise(),
      store.catalogue.listOwners(),
      store.catalogue.listServiceTeams(),
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
    teams: createTeamLookup({ owners, serviceTeams, catalogue, episodes, changes }),
  };
}
