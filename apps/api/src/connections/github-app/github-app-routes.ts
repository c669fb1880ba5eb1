import { randomBytes } from 'node:crypto';
import { GitHubAppResponse, GitHubAppStartResponse } from '@refrain/domain';
import type { ApiDeps } from '../../api-deps.ts';
import { requireAccess } from '../../http/authentication/caller-access.ts';
import { requireFound } from '../../http/responses/problem.ts';
import { defineRoute, type Route } from '../../http/routing/define-route.ts';
import { appSetupLifetimeMs, GitHubAppRequest } from './app-setup.ts';

export function createGitHubAppRoutes({ store, publicUrl }: ApiDeps): Route[] {
  return [
    defineRoute('post', '/v1/github-apps', {
      operationId: 'beginGitHubApp',
      isCostly: true,
      needs: 'admin',
      returnsSecret: true,
      tag: 'connections',
      summary: 'Start the setup of a GitHub App for an account',
      description: 'A person continues at the `url` of the response, within an hour.',
      body: GitHubAppRequest,
      responses: { 201: GitHubAppStartResponse },
      async handle({ body: wanted, response, audit }) {
        audit({ account: wanted.account });
        const state = randomBytes(24).toString('base64url');
        const expiresAt = new Date(Date.now() + appSetupLifetimeMs).toISOString();
        const { user, tokenId } = requireAccess(response);
        await store.connections.beginAppRegistration({ state, wanted, expiresAt, userId: user.id, tokenId });
        return { state, url: `${publicUrl()}/connect/github/${state}`, expiresAt };
      },
    }),
    defineRoute('get', '/v1/github-apps/{state}', {
      operationId: 'findGitHubApp',
      needs: 'admin',
      tag: 'connections',
      summary: 'Get the state of a GitHub App setup',
      responses: { 200: GitHubAppResponse },
      errors: ['not_found'],
      async handle({ params }) {
        const { app, connectionId } = requireFound(
          await store.connections.findAppRegistration(params.state),
          'This setup of a GitHub App is unknown, or older than an hour. Start again.',
        );
        const connection = connectionId === null ? null : await store.connections.find(connectionId);
        const state = connection === null ? (app === null ? 'waiting' : 'created') : 'connected';
        return { state, connection } as const;
      },
    }),
  ];
}
