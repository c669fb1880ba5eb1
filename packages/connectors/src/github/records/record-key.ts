const identity = /^(?<repository>[^#@]+)(?:@(?<sha>.+)|#(?:(?<word>[a-z]+)\/)?(?<id>.+))$/su;

/** Returns `pull/acme/api/12` for `acme/api#12`, `run/acme/api/8` for `acme/api#run/8`. Does not know hashed keys. */
export function formatDeliveryKey(externalId: string): string {
  const { repository, sha, word = 'pull', id } = identity.exec(externalId)?.groups ?? {};
  if (repository === undefined) return externalId;
  return sha === undefined
    ? `${word === 'postmortem' ? 'file' : word}/${repository}/${id}`
    : `commit/${repository}/${sha}`;
}
