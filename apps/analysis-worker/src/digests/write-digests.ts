import { buildDigest, findLastPeriod, isCountedEqually, listScopes, selectScope } from '@refrain/analysis';
import { type Digest, type DigestPeriod, dayInMs, type StoredDigest } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';
import { isImportComplete } from './is-import-complete.ts';

interface WriteDigestsDeps {
  readonly store: Store;
  readonly now?: () => number;
}

/** A service or team without an episode in this period gets no digest. */
const quietAfterMs = 365 * dayInMs;
const organisation = { kind: 'organisation' } as const;

/**
 * Creates the job that writes the digests of the last week and month for the organisation, each service and each team, once the
 * period is over and the import is complete. Late records and new connections change the counts, so a digest is written again as a
 * further snapshot, at most once a day. Only the first snapshot is published, because a channel that receives every correction is
 * soon ignored.
 */
export function createWriteDigests({ store, now = Date.now }: WriteDigestsDeps): Handler<'write-digests'> {
  /**
   * Measurement and periods of the last comparison. Comparing reads all episodes, and gives the same result until the next
   * measurement.
   */
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
      // The organisation's digest is written last: while it is missing or differs, the job repeats the period.
      await store.reports.ensureDigest(whole);
    }
    compared = wanted;
  };
}

function isQuiet({ episodes, episodesBefore, patterns }: Digest): boolean {
  return episodes === 0 && episodesBefore === 0 && patterns.length === 0;
}

function hasSameCounts(written: StoredDigest | null, digest: Digest): boolean {
  return written !== null && isOver(written) && isCountedEqually(written.digest, digest);
}

/** Returns whether a digest covers its whole period. A digest that a person requested early does not. */
function isOver({ digest: { asOf, period } }: StoredDigest): boolean {
  return Date.parse(asOf) >= Date.parse(period.until);
}
