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
  const news = digest.news.filter(({ patternId, change }) => {
    const team = teamDigests.find((one) => one.news.some((pattern) => pattern.patternId === patternId));
    if (team === undefined) return true;
    changes[change] -= 1;
    if (team.scope.kind === 'team') teams.add(team.scope.name);
    return false;
  });
  return { digest: { ...digest, news, changes }, teams: [...teams] };
}
