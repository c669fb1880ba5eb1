import type { Schemas } from '../api/refrain.ts';

type Digest = Schemas['ListedDigest'];

interface NewsOfService {
  /** The digest without the changes of patterns that a team's digest names or counts. */
  readonly digest: Digest;
  /** The names of the teams whose digests have these changes. */
  readonly teams: readonly string[];
}

/** Omits from a service's digest the patterns that are news of a team too, because the list shows teams first. */
export function omitRepeatedNews(digest: Digest, teamDigests: readonly Digest[]): NewsOfService {
  const changes = { ...digest.changes };
  const teams = new Set<string>();
  const isNewsOf = (team: Digest, patternId: string) => team.news.some((pattern) => pattern.patternId === patternId);
  const countShared = (team: Digest) => digest.news.filter(({ patternId }) => isNewsOf(team, patternId)).length;
  // The team with most of the same news, and few others, is likely the one that owns the service.
  const nearest = teamDigests.toSorted((a, b) => countShared(b) - countShared(a) || a.news.length - b.news.length);
  const news = digest.news.filter(({ patternId, change }) => {
    const team = nearest.find((one) => isNewsOf(one, patternId));
    if (team === undefined) return true;
    changes[change] -= 1;
    if (team.scope.kind === 'team') teams.add(team.scope.name);
    return false;
  });
  return { digest: { ...digest, news, changes }, teams: [...teams] };
}
