import { setTimeout as wait } from 'node:timers/promises';
import { providers } from '@refrain/connectors';
import { Connection, type WebhookResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';

export interface WebhookPollTiming {
  readonly pauseMs: number;
  readonly timeoutMs: number;
}

/**
 * Waits until Refrain has set up the webhook in the background, or until the timeout, so that the result can be printed.
 * @param before instant of the last webhook check before the account was connected; null if there was none
 */
export async function awaitWebhookSetup(
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

/**
 * Returns whether the webhook's state is final. `silent` is not final, because a new subscription may still wait for its first
 * delivery.
 */
function isReady({ webhook }: Connection, before: string | null): boolean {
  return webhook.checkedAt !== null && webhook.checkedAt !== before && webhook.state !== 'silent';
}

export function describeWebhookState({ provider, webhook }: Connection, address: WebhookResponse | null): string[] {
  const { state, problem, checkedAt } = webhook;
  const polls = 'Until a webhook is active, Refrain polls every few minutes.';
  const problems = problem === null ? [] : [problem];
  if (state === 'active') return ['Its webhook is active: events arrive immediately.', ...problems];
  if (state === 'silent') {
    return [
      'Refrain has set up its webhook; the first delivery has not arrived yet (see npx refrain doctor).',
      ...problems,
    ];
  }
  if (state === 'disabled') return ['Its webhook is switched off. Refrain keeps trying to switch it on.', ...problems];
  if (checkedAt === null) return [`Refrain is setting up its webhook (see npx refrain doctor). ${polls}`];
  if (state === 'none') return [`There is no webhook. ${polls}`, ...problems];
  return [
    `Refrain could not set up the webhook. ${polls}`,
    ...problems,
    ...(address === null ? [] : describeByHand(provider, address)),
  ];
}

/** Describes how to create the webhook by hand. A provider that creates the secret shows it only once. */
function describeByHand(provider: string, { url, secret }: WebhookResponse): string[] {
  const { name, webhook } = providers.describe(provider);
  const lines = [
    ...(webhook === null ? [] : [`To create it by hand: ${webhook.instructions}`]),
    `${webhook?.urlLabel ?? 'Webhook URL'}: ${url}`,
  ];
  if (webhook?.secretSource !== 'provider') return [...lines, `Secret: ${secret ?? 'the stored one'}`];
  const again = 'connect again and pass it with --webhook-secret-file or REFRAIN_WEBHOOK_SECRET.';
  return [...lines, `${name} shows the secret only once: ${again}`];
}
