import type { Provider } from '@refrain/domain';
import type { ExistingItem } from './failure-source.ts';

type Identity = Pick<ExistingItem, 'kind' | 'externalId'>;

/**
 * The delivery key of the record that is pulled of an item, without what tells its versions apart: the key is this, or goes
 * on with a slash. A key that was too long, and became a digest, is not told.
 */
export function recordKeyOf(provider: Provider, identity: Identity): string {
  switch (provider) {
    case 'github':
      return githubKeyOf(identity.externalId);
    case 'pagerduty':
      return identity.kind === 'incident' ? `incident/${identity.externalId}` : identity.externalId;
    case 'archive':
      return `archive/${identity.externalId}`; // nobody asks: an archive has no books
  }
}

const githubIdentity = /^(?<repository>[^#@]+)(?:@(?<sha>.+)|#(?:(?<word>[a-z]+)\/)?(?<id>.+))$/su;

/** `acme/api#12` is `pull/acme/api/12`, `acme/api#run/8` is `run/acme/api/8`. */
function githubKeyOf(externalId: string): string {
  const { repository, sha, word = 'pull', id } = githubIdentity.exec(externalId)?.groups ?? {};
  if (repository === undefined) return externalId;
  return sha === undefined
    ? `${word === 'postmortem' ? 'file' : word}/${repository}/${id}`
    : `commit/${repository}/${sha}`;
}
