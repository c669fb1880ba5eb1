const identity = /^(?<repository>[^#@]+)(?:@(?<sha>.+)|#(?:(?<word>[a-z]+)\/)?(?<id>.+))$/su;

/**
 * Returns the delivery key of a pulled record: `acme/api#12` is `pull/acme/api/12`, `acme/api#run/8` is
 * `run/acme/api/8`. Keys that were too long were stored as a digest, which cannot be derived here.
 */
export function recordKeyOf(externalId: string): string {
  const { repository, sha, word = 'pull', id } = identity.exec(externalId)?.groups ?? {};
  if (repository === undefined) return externalId;
  return sha === undefined
    ? `${word === 'postmortem' ? 'file' : word}/${repository}/${id}`
    : `commit/${repository}/${sha}`;
}
