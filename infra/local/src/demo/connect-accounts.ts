import { BackfillProgress, ConnectedAnswer, type Connection, ConnectionsAnswer } from '@refrain/domain';
import { z } from 'zod';
import type { ApiClient } from '../run/api-client.ts';
import { addGitHubWebhook, addPagerDutyWebhook, hasGitHubWebhook, hasPagerDutyWebhook } from './provider-accounts.ts';
import type { EmulatedAccount, EmulatedAccounts } from './start-emulators.ts';

/**
 * Connects both accounts and registers their webhooks, as far as an earlier run has not done it, and starts the backfills
 * that have not run yet.
 * @param publicUrl where the providers reach the API
 */
export async function connectAccounts(
  api: ApiClient,
  accounts: EmulatedAccounts,
  publicUrl: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Connection[]> {
  const known = (await api.get('/v1/connections', ConnectionsAnswer)).items;
  const connections = [
    await connectGitHub(known.find((found) => isSame(found, accounts.github))),
    await connectPagerDuty(known.find((found) => isSame(found, accounts.pagerduty))),
  ];
  for (const { id } of connections) await startBackfill(api, id);
  return connections;

  async function connectGitHub(found: Connection | undefined): Promise<Connection> {
    const { github } = accounts;
    if (found !== undefined && (await hasGitHubWebhook(github, webhookUrl(found), signal))) return found;
    say(`Connecting GitHub (${github.account}) …`);
    const { connection, webhook } = await connect('github', github);
    if (webhook?.secret) await addGitHubWebhook(github, { url: webhook.url, secret: webhook.secret }, signal);
    return connection;
  }

  async function connectPagerDuty(found: Connection | undefined): Promise<Connection> {
    const { pagerduty } = accounts;
    if (found !== undefined && (await hasPagerDutyWebhook(pagerduty, webhookUrl(found), signal))) return found;
    say(`Connecting PagerDuty (${pagerduty.account}) …`);
    const { connection, webhook } = await connect('pagerduty', pagerduty);
    if (webhook === null) return connection;
    const webhookSecret = await addPagerDutyWebhook(pagerduty, webhook.url, signal);
    return (await connect('pagerduty', pagerduty, { webhookSecret })).connection;
  }

  function connect(provider: 'github' | 'pagerduty', account: EmulatedAccount, extra: Record<string, string> = {}) {
    const wanted = { provider, account: account.account, baseUrl: account.url, credential: account.token, ...extra };
    return api.post('/v1/connections', wanted, ConnectedAnswer);
  }

  function webhookUrl({ provider, id }: Connection): string {
    return `${publicUrl}/webhooks/${provider}/${id}`;
  }
}

function isSame(connection: Connection, account: EmulatedAccount): boolean {
  return connection.baseUrl === account.url && connection.account === account.account;
}

async function startBackfill(api: ApiClient, id: string): Promise<void> {
  const { state } = await api.get(`/v1/connections/${id}/progress`, BackfillProgress);
  if (state === 'none' || state === 'failed') await api.post(`/v1/connections/${id}/backfill`, {}, z.unknown());
}
