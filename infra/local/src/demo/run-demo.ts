import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, PatternsAnswer } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import { type DataFolder, layOutDataFolder } from '../data-folder.ts';
import { stopLeftPostgres } from '../postgres.ts';
import { stopLeftRedis } from '../redis.ts';
import { takeLock } from '../run/lock.ts';
import type { RunContext } from '../run/run-context.ts';
import { openLocalAccess, publishForCommandLine } from '../run/sign-in.ts';
import { startPlatform } from '../run/start-platform.ts';
import { removeFolder } from '../servers/remove-folder.ts';
import { approveImprovements } from './approve-improvements.ts';
import { awaitWebhook, connectAccounts } from './connect-accounts.ts';
import { followLiveIncident, type LiveIncident } from './live-incident.ts';
import { startEmulators } from './start-emulators.ts';
import { watchUntilSettled } from './watch-backfill.ts';
import { writeSummary } from './write-summary.ts';

/** Runs Refrain with the sample organisation, walks through it once by the public API, and stays until a signal comes. */
export async function runDemo(dataRoot: string, options: { reset: boolean }, context: RunContext): Promise<void> {
  const start = Date.now();
  const { shutdown, say } = context;
  const { signal } = shutdown;
  const folder = layOutDataFolder(join(dataRoot, 'demo'));
  if (options.reset) await reset(folder, say);
  // The emulators are on this machine.
  const env = { ...context.env, REFRAIN_PRIVATE_NETWORKS: `${context.env.REFRAIN_PRIVATE_NETWORKS ?? ''},loopback` };
  const platform = await startPlatform(folder, { ...context, env });
  const emulators = join(folder.root, 'emulators');
  await createFolder(emulators);
  const accounts = await startEmulators(emulators, platform, context);
  const { api, token } = await openLocalAccess(platform, folder, signal);
  shutdown.defer(await publishForCommandLine(folder, platform, token));

  const connections = await connectAccounts(api, accounts, context);
  await watchUntilSettled(api, connections, say, signal);
  const issues = await approveImprovements(api, say, signal);
  const live = await showLiveIncident();
  const status = await watchUntilSettled(api, connections, say, signal);
  const patterns = (await api.get('/v1/patterns?sort=episodes&limit=5', PatternsAnswer)).items;
  const seconds = Math.round((Date.now() - start) / 1000);
  say(
    writeSummary({
      url: platform.url,
      signInUrl: platform.signInUrl ?? platform.url,
      status,
      patterns,
      issues,
      live,
      folder: folder.root,
      seconds,
    }),
  );
  await shutdown.requested();

  async function showLiveIncident(): Promise<LiveIncident | null> {
    const connection = connections.find(({ provider }) => provider === 'pagerduty');
    if (connection === undefined || !(await awaitWebhook(api, connection, signal))) {
      say('The webhook of the emulated PagerDuty is not active: see npx refrain doctor.');
      return null;
    }
    const keptIn = join(folder.root, 'live-incident.json');
    return followLiveIncident(api, accounts.pagerduty, keptIn, say, signal);
  }
}

/** @throws {AppError} `conflict` if the folder holds something, and nothing that a demo has left there */
async function refuseForeign(folder: DataFolder): Promise<void> {
  const entries = (await readdir(folder.root)).filter((name) => name !== basename(folder.lock));
  const { postgres, redis, ports, restarts, token } = folder;
  if (entries.length === 0 || [postgres, redis, ports, restarts, token].some((path) => existsSync(path))) return;
  throw new AppError(
    'conflict',
    `${folder.root} is not a data folder of the demo, so nothing was deleted. Set REFRAIN_DATA_DIR to another folder, or empty this one yourself.`,
  );
}

async function reset(folder: DataFolder, say: (line: string) => void): Promise<void> {
  const release = await takeLock(folder.lock);
  try {
    await refuseForeign(folder);
    say("Deleting the demo's data …");
    await stopLeftPostgres(folder.postgres);
    await stopLeftRedis(folder.redis);
    for (const name of ['cluster', 'cluster.new', 'socket']) await removeFolder(join(folder.postgres, name));
    await rm(folder.root, { recursive: true, force: true });
  } finally {
    await release();
  }
}
