import { buildDigest, findLastPeriod, isCountedAlike, listScopes, selectScope } from '@refrain/analysis';
import { type Digest, type DigestPeriod, dayInMs, type StoredDigest } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';
import { isAllKnown } from './is-import-complete.ts';

interface WriteDigestsDeps {
  readonly store: Store;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** A service or a team without an episode for longer gets no digest of its own. */
const quietAfterMs = 365 * dayInMs;
const organisation = { kind: 'organisation' } as const;

/**
 * Writes the digests of the last week and the last month, of the organisation, each service and each team, once these periods are
 * over and all is known that is on its way. While a period is the last one it is written anew, at most once a day, where
 * something else is counted in it by then: records come late, accounts are connected later. A snapshot stays as it is, and lists
 * show the newest; only the first is told, for a channel that is told of each correction is soon not read.
 */
export function createWriteDigests({ store, now = Date.now }: WriteDigestsDeps): Handler<'write-digests'> {
  /** What was compared last: all that is known is read for it, and nothing else is counted before the next measurement. */
  let compared = '';
  return async (_payload, signal) => {
    const moment = await store.measurements.findMoment();
    if (moment === null || !(await isAllKnown(store))) return;
    const { asOf } = moment;
    const due: { readonly period: DigestPeriod; readonly newest: StoredDigest | null }[] = [];
    for (const kind of ['week', 'month'] as const) {
      const period = findLastPeriod(kind, Date.parse(asOf));
      const newest = await store.digests.findNewest(organisation, period);
      const isRested = newest === null || now() - Date.parse(newest.createdAt) >= dayInMs;
      if (isRested || !isOver(newest)) due.push({ period, newest });
    }
    const wanted = JSON.stringify([moment.measuredAt, due.map(({ period }) => period)]);
    const measurement = due.length === 0 || wanted === compared ? null : await store.measurements.find();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    if (source.episodes.length === 0) return;
    const scopes = listScopes(source, teams, Date.parse(asOf) - quietAfterMs);
    for (const { period, newest } of due) {
      const whole = buildDigest({ ...source, scope: organisation, period });
      if (saysTheSame(newest, whole)) continue;
      for (const scope of scopes) {
        signal.throwIfAborted();
        const digest = buildDigest({ ...selectScope(source, scope, teams), scope, period });
        const written = await store.digests.findNewest(scope, period);
        if (written === null ? !isQuiet(digest) : !saysTheSame(written, digest)) await store.digests.ensure(digest);
      }
      // The organisation's own is written last: as long as it is missing, or says something else, the period is due.
      await store.digests.ensure(whole);
    }
    compared = wanted;
  };
}

/** Of a service or a team to which nothing has happened there is nothing to read. */
function isQuiet({ episodes, episodesBefore, patterns }: Digest): boolean {
  return episodes === 0 && episodesBefore === 0 && patterns.length === 0;
}

function saysTheSame(written: StoredDigest | null, digest: Digest): boolean {
  return written !== null && isOver(written) && isCountedAlike(written.digest, digest);
}

/** One that someone asked for before its period was over is of a part of it. */
function isOver({ digest: { asOf, period } }: StoredDigest): boolean {
  return Date.parse(asOf) >= Date.parse(period.until);
}
