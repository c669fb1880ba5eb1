import { setTimeout as wait } from 'node:timers/promises';
import { providers } from '@refrain/connectors';
import { Connection, type WebhookResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';

export interface WebhookPollTiming {
  readonly pauseMs: number;
  readonly timeoutMs: number;
}

/**
 * Refrain sees to the webhook by itself, beside us: waits a little for what comes of it, so that it can be told.
 * @param before when it was last looked at before the account was connected; null where it never was
 * @returns the connection as it is then
 */
export async function awaitWebhook(
  api: ApiClient,
  connection: Connection,
  before: string | null,
  timing: WebhookPollTiming = { pauseMs: 500, timeoutMs: 20_000 },
): Promise<Connection> {
  const deadline = Date.now() + timing.timeoutMs;
  let now = connection;
  while (!isReady(now, before) && Date.now() < deadline) {
    await wait(timing.pauseMs);
    now = await api.get(`/v1/connections/${connection.id}`, Connection);
  }
  return now;
}

/** A subscription that was made just now may still be waiting for its first delivery. */
function isReady({ webhook }: Connection, before: string | null): boolean {
  return webhook.checkedAt !== null && webhook.checkedAt !== before && webhook.state !== 'silent';
}

/** How it stands with the events of a provider, and what is left to do, as lines for a person. */
export function describeWebhook({ provider, webhook }: Connection, address: WebhookResponse | null): string[] {
  const { state, problem, checkedAt } = webhook;
  const polls = 'Until then it asks for news every few minutes.';
  const told = problem === null ? [] : [problem];
  if (state === 'active') return ['Its webhook is active: what happens there is known here at once.', ...told];
  if (state === 'silent') {
    return ['Refrain has set up its webhook; the first delivery has not come yet (npx refrain doctor).', ...told];
  }
  if (state === 'disabled') return ['Its webhook is turned off; Refrain keeps trying to turn it on.', ...told];
  if (checkedAt === null) return [`Refrain sets up its webhook by itself (npx refrain doctor). ${polls}`];
  if (state === 'none') return [`There is no webhook. ${polls}`, ...told];
  return [
    `Refrain could not set up the webhook. ${polls}`,
    ...told,
    ...(address === null ? [] : describeByHand(provider, address)),
  ];
}

/** Describes how a person creates the webhook. A secret that the provider creates is shown there once. */
function describeByHand(provider: string, { url, secret }: WebhookResponse): string[] {
  const { name, webhook } = providers.describe(provider);
  const lines = [
    ...(webhook === null ? [] : [`Or by hand. ${webhook.instructions}`]),
    `${webhook?.urlLabel ?? 'Webhook URL'}: ${url}`,
  ];
  if (webhook?.secretSource !== 'provider') return [...lines, `Secret: ${secret ?? 'the stored one'}`];
  const again = 'connect again with that in --webhook-secret-file or REFRAIN_WEBHOOK_SECRET.';
  return [...lines, `${name} shows its secret once: ${again}`];
}
