import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../http/reply.ts';

/** An app of scoped OAuth, as it is registered with the account. */
export interface PagerDutyApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the account's owner allowed it, such as `incidents.read`. */
  readonly scopes: readonly string[];
}

/** What a credential may do: everything, as a key does, or what is named. */
export type Allowed = 'everything' | ReadonlySet<string>;

export interface Credentials {
  /** Null where the header holds no valid credential. */
  authorise(authorization: string): Allowed | null;
  /** `POST /oauth/token`, as https://developer.pagerduty.com/docs/app-oauth-token describes it. */
  grant(form: unknown): Reply;
  /** How many tokens were granted. */
  countGranted(): number;
  /** From here on nothing is accepted: neither the key nor the app, nor the tokens that it has. */
  revoke(): void;
  /** Accepts this key in place of the former one. */
  renewKey(key: string): void;
  /** Changes what later tokens of the app may do, and those that are out. */
  allow(scopes: readonly string[]): void;
}

export const tokenSeconds = 86_400;

const Form = z.looseObject({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  scope: z.string().default(''),
});

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function oauthError(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } };
}

/** @param account names the account in a scope: `us.<subdomain>` or `eu.<subdomain>` */
export function createCredentials(
  options: { readonly key: string; readonly app: PagerDutyApp | null; readonly account: string },
  now: () => number,
): Credentials {
  const own = `as_account-${options.account}`;
  const tokens = new Map<string, { readonly scopes: readonly string[]; readonly expiresAt: number }>();
  let key: string | null = options.key;
  let app = options.app;
  let granted = 0;

  return {
    authorise(authorization) {
      const [, kind, given] = /^(token\s+token=|bearer\s+)"?([^"\s]+)"?$/iu.exec(authorization) ?? [];
      if (kind === undefined || given === undefined) return null;
      if (!/^bearer/iu.test(kind)) return key !== null && isSame(given, key) ? 'everything' : null;
      const token = tokens.get(given);
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
      const unknown = wanted.filter((scope) => scope !== own && app?.scopes.includes(scope) !== true);
      if (!wanted.includes(own) || wanted.length === 1 || unknown.length > 0)
        return oauthError(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed');
      const token = `pdus+_0XBPWQQ_${randomBytes(24).toString('hex')}`;
      tokens.set(token, { scopes: wanted, expiresAt: now() + tokenSeconds * 1_000 });
      granted += 1;
      return {
        status: 200,
        body: { access_token: token, scope: data.scope, token_type: 'bearer', expires_in: tokenSeconds },
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
