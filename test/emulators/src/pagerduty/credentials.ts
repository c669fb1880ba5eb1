import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../http/reply.ts';

/** A scoped OAuth app that is registered with the account. */
export interface PagerDutyApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes that the account's owner granted, such as `incidents.read`. */
  readonly scopes: readonly string[];
}

/** An API key permits everything, and the token of an app permits its scopes. */
export type PermittedScopes = 'everything' | ReadonlySet<string>;

export interface Credentials {
  authorise(authorization: string): PermittedScopes | null;
  /** Handles `POST /oauth/token` (https://developer.pagerduty.com/docs/app-oauth-token). */
  grant(form: unknown): Reply;
  countGranted(): number;
  revoke(): void;
  renewKey(key: string): void;
  allow(scopes: readonly string[]): void;
}

export const tokenLifetimeSeconds = 86_400;

const Form = z.looseObject({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  scope: z.string().default(''),
});

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(actual: string, expected: string): boolean {
  return timingSafeEqual(sha256(actual), sha256(expected));
}

function oauthError(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } };
}

/** @param options `account` is the account's name in a scope: `us.<subdomain>` or `eu.<subdomain>` */
export function createCredentials(
  options: { readonly key: string; readonly app: PagerDutyApp | null; readonly account: string },
  now: () => number,
): Credentials {
  const accountScope = `as_account-${options.account}`;
  const tokens = new Map<string, { readonly scopes: readonly string[]; readonly expiresAt: number }>();
  let key: string | null = options.key;
  let app = options.app;
  let granted = 0;

  return {
    authorise(authorization) {
      const [, kind, sentToken] = /^(token\s+token=|bearer\s+)"?([^"\s]+)"?$/iu.exec(authorization) ?? [];
      if (kind === undefined || sentToken === undefined) return null;
      if (!/^bearer/iu.test(kind)) return key !== null && isSame(sentToken, key) ? 'everything' : null;
      const token = tokens.get(sentToken);
      if (token === undefined || token.expiresAt <= now()) return null;
      return new Set(token.scopes.filter((scope) => app?.scopes.includes(scope)));
    },
    grant(form) {
      const { data } = Form.safeParse(form ?? {});
      if (data?.grant_type !== 'client_credentials')
        return oauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
      if (app === null || !isSame(data.client_id, app.clientId) || !isSame(data.client_secret, app.clientSecret))
        return oauthError(401, 'invalid_client', 'Client authentication failed');
      const wanted = data.scope.split(' ').filter((scope) => scope !== '');
      const unknown = wanted.filter((scope) => scope !== accountScope && app?.scopes.includes(scope) !== true);
      if (!wanted.includes(accountScope) || wanted.length === 1 || unknown.length > 0)
        return oauthError(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed');
      const token = `pdus+_0XBPWQQ_${randomBytes(24).toString('hex')}`;
      tokens.set(token, { scopes: wanted, expiresAt: now() + tokenLifetimeSeconds * 1_000 });
      granted += 1;
      return {
        status: 200,
        body: { access_token: token, scope: data.scope, token_type: 'bearer', expires_in: tokenLifetimeSeconds },
      };
    },
    countGranted: () => granted,
    revoke() {
      key = null;
      app = null;
      tokens.clear();
    },
    renewKey(renewed) {
      key = renewed;
    },
    allow(scopes) {
      if (app !== null) app = { ...app, scopes };
    },
  };
}
