import { buildDigest, findLastPeriod, isCountedEqually, listScopes, selectScope } from '@refrain/analysis';
import { type Digest, type DigestPeriod, dayInMs, type StoredDigest } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';
import { isImportComplete } from './is-import-complete.ts';

interface WriteDigestsDeps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A service or team without an episode within this time gets no digest. */
const quietAfterMs = 365 * dayInMs;
const organisation = { kind: 'organisation' } as const;

/**
 * Writes the digests of the last week and month for the organisation, each service and each team, once the period is over and the
 * import is complete. Late records and new connections change the counts, so a digest of the last period is written
 * again, at most once a day, as a further snapshot. Lists show the newest one. Only the first one is published:
 * a channel that receives every correction is soon ignored.
 */
export function createWriteDigests({ store, now = Date.now }: WriteDigestsDeps): Handler<'write-digests'> {
  /** The last comparison. It reads all history, and its result cannot change before the next measurement. */
  let compared = '';
  return async (_payload, signal) => {
    const measured = await store.reports.findMeasurementTime();
    if (measured === null || !(await isImportComplete(store))) return;
    const { asOf } = measured;
    const due: { readonly period: DigestPeriod; readonly newest: StoredDigest | null }[] = [];
    for (const kind of ['week', 'month'] as const) {
      const period = findLastPeriod(kind, Date.parse(asOf));
      const newest = await store.reports.findNewestDigest(organisation, period);
      const isCooledDown = newest === null || now() - Date.parse(newest.createdAt) >= dayInMs;
      if (isCooledDown || !isOver(newest)) due.push({ period, newest });
    }
    const wanted = JSON.stringify([measured.measuredAt, due.map(({ period }) => period)]);
    const measurement = due.length === 0 || wanted === compared ? null : await store.reports.findMeasurement();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    if (source.episodes.length === 0) return;
    const scopes = listScopes(source, teams, Date.parse(asOf) - quietAfterMs);
    for (const { period, newest } of due) {
      const whole = buildDigest({ ...source, scope: organisation, period });
      if (hasSameCounts(newest, whole)) continue;
      for (const scope of scopes) {
        signal.throwIfAborted();
        const digest = buildDigest({ ...selectScope(source, scope, teams), scope, period });
        const written = await store.reports.findNewestDigest(scope, period);
        if (written === null ? !isQuiet(digest) : !hasSameCounts(written, digest))
          await store.reports.ensureDigest(digest);
      }
      // The digest of the organisation is written last: while it is missing or differs, the period is due.
      await store.reports.ensureDigest(whole);
    }
    compared = wanted;
  };
}

/** Returns whether nothing happened in the scope of a digest. */
function isQuiet({ episodes, episodesBefore, patterns }: Digest): boolean {
  return episodes === 0 && episodesBefore === 0 && patterns.length === 0;
}

function hasSameCounts(written: StoredDigest | null, digest: Digest): boolean {
  return written !== null && isOver(written) && isCountedEqually(written.digest, digest);
}

/** Returns whether a digest covers its whole period: a person may request one earlier. */
function isOver({ digest: { asOf, period } }: StoredDigest): boolean {
  return Date.parse(asOf) >= Date.parse(period.until);
}
