import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface OpenIdClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface IdentityProviderUnderTest {
  readonly issuer: string;
  /** The claims of the person who signs in next. */
  account: { sub: string } & Record<string, unknown>;
  close(): Promise<void>;
}

/**
 * Starts a certified OpenID Connect provider on this machine. It signs every browser in as `account` without showing a
 * form.
 */
export async function startIdentityProviderUnderTest({
  clientId,
  clientSecret,
  redirectUri,
}: OpenIdClient): Promise<IdentityProviderUnderTest> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started: IdentityProviderUnderTest = {
    issuer,
    account: { sub: 'nobody' },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ['of this test'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...started.account, sub }) }),
    async loadExistingGrant(context) {
      const { client, session, params } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next();
    const result = { login: { accountId: started.account.sub } };
    context.redirect(await provider.interactionResult(context.req, context.res, result));
  });
  server.on('request', provider.callback());
  return started;
}
