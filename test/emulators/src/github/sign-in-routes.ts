import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import type { GitHubContext } from './context.ts';
import { forbidden, notFound } from './error-reply.ts';
import { formatAuthenticatedUser, formatUser } from './format-user.ts';
import { matchesPkceChallenge, type OAuthApp, type People } from './people.ts';
import { escapeHtml, renderPage } from './web-page.ts';

/**
 * Routes and pages for signing in to another service with a GitHub account, through an OAuth App
 * (https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps). Another route returns the user's data.
 */
export function signInRoutes(
  { state, addresses, credentials }: GitHubContext,
  people: People,
): { readonly routes: Route[]; readonly pages: Route[] } {
  function redirectOf(app: OAuthApp | null, wanted: string | undefined): URL | null {
    if (app === null) return null;
    const registered = new URL(app.callbackUrl);
    const to = new URL(wanted ?? registered);
    return to.origin === registered.origin && to.pathname.startsWith(registered.pathname) ? to : null;
  }

  function showConsent({ query, url }: Call): Reply {
    const app = people.findApp(findQueryValue(query, 'client_id') ?? '');
    if (redirectOf(app, findQueryValue(query, 'redirect_uri')) === null)
      return renderPage(404, 'Not found', '<p>No such App.</p>');
    const buttons = people
      .list()
      .map(
        ({ login }) =>
          `<p><button name="login" value="${escapeHtml(login)}">Sign in as ${escapeHtml(login)}</button></p>`,
      );
    const action = escapeHtml(url);
    const page = renderPage(
      200,
      'Sign in to GitHub',
      `<h1>Sign in to GitHub</h1><form method="post" action="${action}">${buttons.join('')}<p><button name="login" value="">Cancel</button></p></form>`,
    );
    return page;
  }

  function consent({ query, body }: Call): Reply {
    const app = people.findApp(findQueryValue(query, 'client_id') ?? '');
    const to = redirectOf(app, findQueryValue(query, 'redirect_uri'));
    if (app === null || to === null) return notFound();
    to.searchParams.set('iss', `${new URL(addresses.api).origin}/login/oauth`);
    const login = String((body as { login?: unknown }).login ?? '');
    if (people.find(login) === null) {
      to.searchParams.set('error', 'access_denied');
      to.searchParams.set('error_description', 'The user has denied your application access.');
    } else {
      const code = people.authorise({
        clientId: app.clientId,
        login,
        scopes: (findQueryValue(query, 'scope') ?? '').split(/[ ,]/u),
        challenge: findQueryValue(query, 'code_challenge') ?? null,
      });
      to.searchParams.set('code', code);
    }
    const known = findQueryValue(query, 'state');
    if (known !== undefined) to.searchParams.set('state', known);
    return { status: 302, headers: { location: to.href } };
  }

  /** GitHub returns status 200 even if the token exchange fails. */
  function exchange({ body }: Call): Reply {
    const { client_id, client_secret, code, code_verifier } = body as Readonly<Record<string, string | undefined>>;
    const app = people.findApp(client_id ?? '');
    if (app === null || app.clientSecret !== client_secret) {
      return refusal('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
    }
    const agreed = people.takeConsent(code ?? '');
    if (agreed === null || agreed.clientId !== client_id || !matchesPkceChallenge(agreed.challenge, code_verifier)) {
      return refusal('bad_verification_code', 'The code passed is incorrect or expired.');
    }
    const token = credentials.issueUserToken(agreed.login, agreed.scopes);
    return { status: 200, body: { access_token: token, scope: agreed.scopes.join(','), token_type: 'bearer' } };
  }

  return {
    pages: [
      { method: 'get', path: '/login/oauth/authorize', handle: showConsent },
      { method: 'post', path: '/login/oauth/authorize', readsForm: true, handle: consent },
      { method: 'post', path: '/login/oauth/access_token', readsForm: true, handle: exchange },
    ],
    routes: [
      {
        method: 'get',
        path: '/user/memberships/orgs/:org',
        handle(call) {
          const { login, scopes } = credentials.personOf(call);
          const person = people.find(login);
          const org = call.parameters.org ?? '';
          if (!scopes.includes('read:org'))
            return forbidden('You need at least read:org scope to get your membership.');
          if (org.toLowerCase() !== state.organisation.toLowerCase() || person === null || person.role === null)
            return notFound();
          const url = `${addresses.api}/orgs/${state.organisation}`;
          const organization = { ...formatUser(addresses, state.organisation, 'Organization'), url };
          return {
            status: 200,
            body: {
              url: `${url}/memberships/${login}`,
              state: person.state,
              role: person.role,
              organization_url: url,
              organization: {
                login: organization.login,
                id: organization.id,
                node_id: organization.node_id,
                url,
                repos_url: `${url}/repos`,
                events_url: `${url}/events`,
                hooks_url: `${url}/hooks`,
                issues_url: `${url}/issues`,
                members_url: `${url}/members{/member}`,
                public_members_url: `${url}/public_members{/member}`,
                avatar_url: organization.avatar_url,
                description: null,
              },
              user: formatUser(addresses, login),
            },
          };
        },
      },
      {
        method: 'get',
        path: '/user',
        handle(call) {
          const { login } = credentials.personOf(call);
          const { name = null, email = null } = people.find(login) ?? {};
          return {
            status: 200,
            body: { ...formatAuthenticatedUser(addresses, login, '2020-01-01T00:00:00Z'), name, email },
          };
        },
      },
    ],
  };
}

function refusal(error: string, description: string): Reply {
  return { status: 200, body: { error, error_description: description } };
}
