import { AppError, BackfillProgress, Connection, ConnectionsResponse, ConnectResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiClient } from '../run/api-client.ts';
import type { RunEnvironment } from '../run/run-environment.ts';
import { poll } from './poll.ts';
import type { EmulatedAccount, EmulatedAccounts } from './start-emulators.ts';

const names = { github: 'GitHub', pagerduty: 'PagerDuty' } as const;
type Provider = keyof typeof names;

/**
 * Connects both emulated accounts unless an earlier run has connected them, and starts the missing backfills.
 * @throws {AppError} `conflict` if other accounts are connected
 */
export async function connectAccounts(
  api: ApiClient,
  accounts: EmulatedAccounts,
  { env, print }: Pick<RunEnvironment, 'env' | 'print'>,
): Promise<readonly Connection[]> {
  const known = (await api.get('/v1/connections?limit=200', ConnectionsResponse)).items;
  // DATABASE_URL may name a database with real accounts.
  if (env.DATABASE_URL) refuseAccountsOutsideDemo(known, [accounts.github.account, accounts.pagerduty.account]);
  const connections: Connection[] = [];
  for (const provider of ['github', 'pagerduty'] as const) {
    const account = accounts[provider];
    const found = known.find((connection) => isSame(connection, account));
    if (found === undefined) print(`Connecting ${names[provider]} (${account.account}) …`);
    const connection = found ?? (await connect(api, provider, account));
    await startBackfill(api, connection);
    connections.push(connection);
  }
  return connections;
}

/** Refuses to mix the sample with real data. @throws {AppError} `conflict` if accounts other than the demo's are connected */
export function refuseAccountsOutsideDemo(
  known: readonly Pick<Connection, 'account'>[],
  demoAccounts: readonly string[],
): void {
  const other = known.find(({ account }) => !demoAccounts.includes(account));
  if (other === undefined) return;
  throw new AppError(
    'conflict',
    `The database of DATABASE_URL has the real account ${other.account}. Run the demo without DATABASE_URL.`,
  );
}

/** Waits up to a minute for the webhook of a connection, and returns whether it works. */
export async function waitForWorkingWebhook(api: ApiClient, { id }: Connection, signal: AbortSignal): Promise<boolean> {
  const isActive = async () => {
    const { webhook } = await api.get(`/v1/connections/${id}`, Connection);
    return webhook.state === 'active' ? true : null;
  };
  return (await poll(isActive, { everyMs: 300, atMostMs: 60_000, signal })) ?? false;
}

async function connect(api: ApiClient, provider: Provider, account: EmulatedAccount): Promise<Connection> {
  const wanted = { provider, account: account.account, baseUrl: account.url, credential: account.token };
  return (await api.post('/v1/connections', wanted, ConnectResponse)).connection;
}

function isSame(connection: Connection, account: EmulatedAccount): boolean {
  return connection.baseUrl === account.url && connection.account === account.account;
}

async function startBackfill(api: ApiClient, { id }: Connection): Promise<void> {
  const { state } = await api.get(`/v1/connections/${id}/progress`, BackfillProgress);
  if (state === 'none' || state === 'failed') await api.post(`/v1/connections/${id}/backfill`, {}, z.unknown());
}
