import { SafetyAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

/** By what the installation is guarded. */
export function createSafetyRoute(deps: ApiDeps): Route {
  const { store, publicUrl, trustedProxies, signInProviders, allowsSignInLinks } = deps;
  return defineRoute({
    method: 'get',
    path: '/v1/safety',
    operationId: 'findSafety',
    needs: 'admin',
    tag: 'access',
    summary: 'By what this installation is guarded',
    answers: { 200: SafetyAnswer },
    async handle() {
      const [users, tokens] = await Promise.all([store.users.list(), store.access.listTokens()]);
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
