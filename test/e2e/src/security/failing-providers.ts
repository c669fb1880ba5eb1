import type { ProxyResponse } from '../start-reverse-proxy.ts';

type Planted = Readonly<Record<string, string>>;

/** Responses of a failing provider, including some that echo the request; null closes the connection. */
export function listFailingResponses({ githubToken, pagerdutyKey, clientSecret }: Planted): (ProxyResponse | null)[] {
  const body = JSON.stringify({ message: `Bad ${githubToken} ${pagerdutyKey} ${clientSecret}` });
  const json = { 'content-type': 'application/json' };
  return [
    ...[401, 403, 429, 500].map((status) => ({ status, headers: json, body })),
    { status: 200, headers: json, body: body.slice(0, 40) },
    { status: 200, headers: { 'content-type': 'text/html' }, body: `<p>${githubToken}` },
    { status: 302, headers: { location: `http://127.0.0.1:9/${githubToken}` }, body: '' },
    null,
  ];
}

/** Lists credentials of all kinds that a provider can refuse: a token, a GitHub App's secrets and an OAuth app's secret. */
export function listRefusableCredentials(
  { githubToken, pagerdutyKey, clientSecret, webhookSecret }: Planted,
  privateKey: string,
  urls: { readonly github: string; readonly pagerduty: string },
) {
  const app = { kind: 'github_app', appId: 1, clientId: 'c', slug: 's', installationId: 2, privateKey };
  const pagerdutyApp = { kind: 'pagerduty_app', clientId: 'c', clientSecret, subdomain: 'acme', region: 'us' };
  const github = { provider: 'github', account: 'other', baseUrl: urls.github };
  const pagerduty = { provider: 'pagerduty', account: 'other', baseUrl: urls.pagerduty };
  return [
    { ...github, credential: githubToken },
    { ...github, credential: JSON.stringify(app) },
    { ...github, credential: githubToken, webhookSecret },
    { ...pagerduty, credential: pagerdutyKey },
    { ...pagerduty, credential: JSON.stringify({ ...pagerdutyApp, identityUrl: urls.pagerduty }) },
  ];
}
