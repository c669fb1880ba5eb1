import type { Schemas } from '../api/refrain.ts';
import { describeDigestPeriod } from '../labels/describe-digest-period.ts';
import { minEpisodesListed } from './describe-digest-news.ts';

type Digest = Schemas['ListedDigest'];

/** The digests of one week or month, or those of one service or team in one year. */
export interface DigestGroup {
  readonly key: string;
  readonly title: string;
  readonly organisation: Digest | null;
  /** Digests of services and teams that have something to say, those with most impact first. */
  readonly listed: readonly Digest[];
  readonly quiet: readonly Digest[];
}

/** Groups digests by their period, which keep the order of the list. */
export function groupDigestsByPeriod(digests: readonly Digest[]): readonly DigestGroup[] {
  return [...groupBy(digests, ({ period }) => `${period.kind} ${period.from}`)].map(([key, ofPeriod]) => {
    const [first] = ofPeriod;
    const organisation = ofPeriod.find(({ scope }) => scope.kind === 'organisation') ?? null;
    const others = ofPeriod.filter(({ scope }) => scope.kind !== 'organisation');
    const isListed = (digest: Digest) => saysSomething(digest, organisation?.impactHours);
    return {
      key,
      title: first === undefined ? '' : describeDigestPeriod(first.period),
      organisation,
      listed: others.filter(isListed).toSorted(compareByImpact),
      quiet: others.filter((digest) => !isListed(digest)),
    };
  });
}

/** Groups the digests of one service or team by year, newest first. */
export function groupDigestsByYear(digests: readonly Digest[]): readonly DigestGroup[] {
  const yearOf = ({ period }: Digest) => period.from.slice(0, 4);
  const groups = groupBy(digests, (digest) => `${digest.period.kind} ${yearOf(digest)}`);
  return [...groups].map(([key, ofYear]) => {
    const [first] = ofYear;
    return {
      key,
      title: first === undefined ? '' : `${first.period.kind === 'week' ? 'Weeks' : 'Months'} of ${yearOf(first)}`,
      organisation: null,
      listed: ofYear.filter((digest) => saysSomething(digest)),
      quiet: ofYear.filter((digest) => !saysSomething(digest)),
    };
  });
}

function groupBy(
  digests: readonly Digest[],
  keyOf: (digest: Digest) => string,
): ReadonlyMap<string, readonly Digest[]> {
  const groups = new Map<string, Digest[]>();
  for (const digest of digests) groups.set(keyOf(digest), [...(groups.get(keyOf(digest)) ?? []), digest]);
  return groups;
}

/** With less impact than this, a service or team is listed only for its episodes, patterns or fixes. */
const minImpactHours = 2;
const minImpactShare = 0.15;

/**
 * Returns whether a digest has many episodes, much impact or a change. A pattern that has gone quiet is no reason to read a digest.
 * @param organisationHours the impact of the organisation in the same period, of which the digest needs a share to be listed for
 * its impact; unknown if only the digests of one service or team are listed
 */
export function saysSomething(
  { episodes, impactHours, changes: { quiet: _, ...changes }, fixes, fixVerdicts }: Digest,
  organisationHours?: number | null,
): boolean {
  const changedFixes = fixes + fixVerdicts.verified + fixVerdicts.recurred;
  const minHours = Math.max(minImpactHours, minImpactShare * (organisationHours ?? 0));
  return (
    episodes >= minEpisodesListed ||
    (impactHours ?? 0) >= minHours ||
    changedFixes > 0 ||
    Object.values(changes).some((patterns) => patterns > 0)
  );
}

function compareByImpact(a: Digest, b: Digest): number {
  return (b.impactHours ?? 0) - (a.impactHours ?? 0) || b.episodes - a.episodes;
}
