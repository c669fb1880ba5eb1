import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { ProviderOptions } from '../../contract/provider-options.ts';
import { createShortHash } from '../../records/delivery-key.ts';
import { createExpiringMap } from '../../requests/expiring-map.ts';
import {
  createNoResponseError,
  createNotJsonError,
  createResponseError,
  parseBaseUrl,
  type RequestTarget,
} from '../../requests/provider-error.ts';
import type { PagerDutyAppCredential, PagerDutyCredential } from './credential.ts';

export interface PagerDutyAuthorisation {
  readonly tokenType: 'token' | 'bearer';
  readonly key: string;
  token(signal: AbortSignal): Promise<string>;
  /** Discards a rejected token. Returns false if no other token can be requested. */
  renew(): boolean;
  scopes(signal: AbortSignal): Promise<readonly string[] | null>;
}

type AuthorisationOptions = Pick<ProviderOptions, 'tokens' | 'fetch' | 'now'>;

export const requiredOAuthScopes = ['incidents.read', 'services.read'] as const;
export const optionalOAuthScopes = [
  'change_events.read',
  'incidents.write',
  'webhook_subscriptions.read',
  'webhook_subscriptions.write',
] as const;

const provider = 'PagerDuty';
const requestTimeoutMs = 30_000;
/** Time before expiry at which a token is renewed. */
const earlyMs = 10 * 60_000;
const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(86_400) });
const Refused = z.object({ error: z.string() });

export function createPagerDutyAuthorisation(
  credential: PagerDutyCredential,
  options: AuthorisationOptions,
): PagerDutyAuthorisation {
  if (credential.kind === 'pagerduty_app') return createAppAuthorisation(credential, options);
  return {
    tokenType: 'token',
    key: createShortHash(credential.token),
    token: async () => credential.token,
    renew: () => false,
    scopes: async () => null,
  };
}

/** Tokens are valid for 24 hours (https://developer.pagerduty.com/docs/oauth-functionality). */
function createAppAuthorisation(app: PagerDutyAppCredential, options: AuthorisationOptions): PagerDutyAuthorisation {
  const now = options.now ?? Date.now;
  const tokens = options.tokens ?? createExpiringMap<string>(now);
  const key = createShortHash(
    JSON.stringify([app.clientId, app.clientSecret, app.subdomain, app.region, app.identityUrl]),
  );

  async function requestToken(signal: AbortSignal): Promise<{ token: string; scopes: readonly string[] }> {
    const { token, seconds, scopes } = await fetchScopes(app, options.fetch ?? fetch, signal);
    const lifeMs = seconds * 1_000;
    tokens.keep(key, token, now() + Math.max(lifeMs - earlyMs, lifeMs / 2));
    return { token, scopes };
  }

  return {
    tokenType: 'bearer',
    key,
    token: async (signal) => tokens.find(key) ?? (await requestToken(signal)).token,
    renew() {
      tokens.keep(key, '', 0);
      return true;
    },
    scopes: async (signal) => (await requestToken(signal)).scopes,
  };
}

interface GrantedToken {
  readonly token: string;
  readonly seconds: number;
  readonly scopes: readonly string[];
}

/** Requests a token with all scopes. If PagerDuty refuses one of them, requests each scope separately. */
async function fetchScopes(
  app: PagerDutyAppCredential,
  request: typeof fetch,
  signal: AbortSignal,
): Promise<GrantedToken> {
  const all = await fetchToken(app, [...requiredOAuthScopes, ...optionalOAuthScopes], request, signal);
  if (all !== null) return all;
  const granted: string[] = [];
  for (const scope of optionalOAuthScopes) {
    if ((await fetchToken(app, [...requiredOAuthScopes, scope], request, signal)) !== null) granted.push(scope);
  }
  const some = await fetchToken(app, [...requiredOAuthScopes, ...granted], request, signal);
  if (some !== null) return some;
  throw new AppError(
    'permission_missing',
    `The PagerDuty app lacks the scopes ${requiredOAuthScopes.join(' and ')}: grant them in its Scoped OAuth settings`,
  );
}

async function fetchToken(
  app: PagerDutyAppCredential,
  scopes: readonly string[],
  request: typeof fetch,
  signal: AbortSignal,
): Promise<GrantedToken | null> {
  const root = parseBaseUrl(app.identityUrl, provider);
  const target: RequestTarget = { provider, origin: new URL(root).origin, what: 'an access token' };
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.clientSecret,
    scope: [`as_account-${app.region}.${app.subdomain}`, ...scopes].join(' '),
  });
  const { status, body } = await postForm(request, `${root}/oauth/token`, form, signal).catch((thrown: unknown) => {
    throw createNoResponseError(target, thrown, signal);
  });
  const granted = Granted.safeParse(body);
  if (status === 200 && granted.success) {
    return { token: granted.data.access_token, seconds: granted.data.expires_in, scopes };
  }
  const refusal = Refused.safeParse(body).data?.error;
  if (refusal === 'invalid_scope') return null;
  if (status === 401 || refusal !== undefined) {
    throw new AppError(
      'credential_rejected',
      `PagerDuty refuses the app (${status}): check the client id, secret, subdomain and region, then connect again`,
      { context: { provider, status } },
    );
  }
  throw status === 200 ? createNotJsonError(target) : createResponseError(target, { status, headers: {} });
}

async function postForm(
  request: typeof fetch,
  url: string,
  form: URLSearchParams,
  signal: AbortSignal,
): Promise<{ status: number; body: unknown }> {
  const answer = await request(url, {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
  });
  const text = await answer.text();
  try {
    return { status: answer.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: answer.status, body: null };
  }
}
