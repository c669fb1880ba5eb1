import { AppError, type Connection, WebhookResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { reply } from '../http/responses/reply.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { findConnection } from './find-connection.ts';

/** Finds the URL and secret of a connection's webhook; null if the provider sends no webhooks. */
export async function findWebhook(
  { store, providers, publicUrl }: ApiDeps,
  { id, provider }: Connection,
): Promise<WebhookResponse | null> {
  if (providers.get(provider).webhooks === undefined) return null;
  return {
    url: `${publicUrl()}${await store.connections.readWebhookPath(id)}`,
    secret: await store.connections.readWebhookSecret(id),
  };
}

/** Returns whether Refrain created the webhook and can still read it. If not, a person may have created a new one. */
export async function canReadCreatedWebhook({ store }: ApiDeps, connectionId: string): Promise<boolean> {
  const { id, state } = await store.connections.readWebhook(connectionId);
  return id !== null && state !== 'refused';
}

export function createWebhookSettingsRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);

  async function get(connection: Connection): Promise<WebhookResponse> {
    const webhook = await findWebhook(deps, connection);
    if (webhook !== null) return webhook;
    const isPulled = deps.providers.get(connection.provider).account !== undefined;
    const reason = isPulled
      ? 'This provider sends no webhooks. Refrain polls it instead.'
      : 'An archive has no webhook. Import files instead.';
    throw new AppError('conflict', reason);
  }

  return [
    defineRoute('get', '/v1/connections/{id}/webhook', {
      operationId: 'findWebhook',
      needs: 'admin',
      returnsSecret: true,
      tag: 'connections',
      summary: "Get the URL and the secret of a connection's webhook",
      responses: { 200: WebhookResponse },
      errors: ['not_found', 'conflict'],
      handle: async ({ params }) => get(await findConnection(deps, params.id)),
    }),
    defineRoute('post', '/v1/connections/{id}/webhook-secret', {
      operationId: 'renewWebhookSecret',
      isCostly: true,
      needs: 'admin',
      returnsSecret: true,
      tag: 'connections',
      summary: 'Renew the secret of the webhook',
      description:
        'The previous secret stays valid for another day. PagerDuty creates its secrets itself, so for PagerDuty the status is 202 and the response contains the current secret.',
      responses: { 201: WebhookResponse, 202: WebhookResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params }) {
        const connection = await findConnection(deps, params.id);
        const { name, webhook } = deps.providers.describe(connection.provider);
        const isCreatedByProvider = webhook?.secretSource === 'provider';
        await get(connection);
        if (isCreatedByProvider && !(await canReadCreatedWebhook(deps, connection.id))) {
          throw new AppError(
            'conflict',
            `Refrain did not create the webhook of this ${name} account. Create a webhook there by hand, and connect again with its secret.`,
          );
        }
        if (isCreatedByProvider) await store.connections.setWebhook(connection.id, { isSecretDue: true });
        else await store.connections.rotateWebhookSecret(connection.id);
        await enqueue('check-connection', [{ connectionId: connection.id }]);
        return reply(isCreatedByProvider ? 202 : 201, await get(connection));
      },
    }),
  ];
}
