import type { Schemas } from '../../api/refrain.ts';
import type { WantedAccount } from '../scope/ask-scope.ts';

/** What a person types about an account. It lives in the page alone, and is gone with it. */
export interface AccountDraft {
  readonly account: string;
  /** A token, a key, or the secret of an app. */
  readonly credential: string;
  readonly baseUrl: string;
  readonly region: 'us' | 'eu';
  /** Of an app of PagerDuty. */
  readonly clientId: string;
  readonly identityUrl: string;
  /** Of a webhook that somebody made by hand in PagerDuty. */
  readonly webhookSecret: string;
}

/** Whose API has an address that nobody has to type. */
const roots = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' };
const publicGitHub = 'https://api.github.com';

export const emptyDraft: AccountDraft = {
  account: '',
  credential: '',
  baseUrl: '',
  region: 'us',
  clientId: '',
  identityUrl: '',
  webhookSecret: '',
};

export type Way = 'app' | 'key';

/** The account as the API wants it; what was left empty is left out. */
export function toWanted(provider: 'github' | 'pagerduty', way: Way, draft: AccountDraft): WantedAccount {
  const account = draft.account.trim() || undefined;
  const baseUrl = draft.baseUrl.trim() || undefined;
  const credential = draft.credential.trim();
  if (provider === 'github') return { provider, account, baseUrl, credential };
  const given = { provider, account, baseUrl, webhookSecret: draft.webhookSecret.trim() || undefined };
  if (way === 'key') return { ...given, region: draft.region, credential };
  return { ...given, credential: JSON.stringify(toApp(draft)) };
}

/** The secret of an app goes with all that belongs to it, in the form that the connector reads. */
function toApp({ clientId, credential, account, region, identityUrl }: AccountDraft) {
  return {
    kind: 'pagerduty_app',
    clientId: clientId.trim(),
    clientSecret: credential.trim(),
    subdomain: account.trim().toLowerCase(),
    region,
    ...(identityUrl.trim() === '' ? {} : { identityUrl: identityUrl.trim() }),
  };
}

/** The draft of an account that is known already. @param baseUrl where its API is */
export function draftOf(account: string, baseUrl: string): AccountDraft {
  if (baseUrl === roots.eu) return { ...emptyDraft, account, region: 'eu' };
  return { ...emptyDraft, account, baseUrl: baseUrl === publicGitHub || baseUrl === roots.us ? '' : baseUrl };
}

/** The connection that is there already for this account, if any. */
export function findConnected(
  connections: readonly Schemas['Connection'][],
  provider: 'github' | 'pagerduty',
  account: string,
  { baseUrl, region }: Pick<AccountDraft, 'baseUrl' | 'region'>,
): Schemas['Connection'] | undefined {
  const usual = provider === 'github' ? publicGitHub : roots[region];
  const root = baseUrl.trim().replace(/\/+$/u, '') || usual;
  return connections.find(
    (other) => other.provider === provider && other.account === account && other.baseUrl === root,
  );
}
