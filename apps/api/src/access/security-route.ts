import { SecurityResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createSecuritySettingsRoute(deps: ApiDeps): Route {
  const { store, publicUrl, trustedProxies, signInProviders, allowsSignInLinks } = deps;
  return defineRoute('get', '/v1/security', {
    operationId: 'findSecurity',
    needs: 'admin',
    tag: 'access',
    summary: 'Get the security settings of this installation',
    responses: { 200: SecurityResponse },
    async handle() {
      const [users, tokens] = await Promise.all([store.access.listUsers(), store.access.listTokens()]);
      const people = users.filter(({ isDisabled }) => !isDisabled);
      return {
        publicUrl: publicUrl(),
        trustsProxies: trustedProxies.length > 0,
        signInBy: signInProviders.map(({ name }) => name),
        allowsSignInLinks,
        people: people.length,
        admins: people.filter(({ role }) => role === 'admin').length,
        lastingTokens: tokens.filter(({ expiresAt }) => expiresAt === null).map(({ name }) => name),
      };
    },
  });
}
