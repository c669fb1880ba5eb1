import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, type Improvement, type Pattern, PatternsResponse, type StatusResponse } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import { type DataFolderPaths, listDataFolderPaths } from '../data-folder-paths.ts';
import { stopOrphanedPostgres } from '../postgres.ts';
import { stopOrphanedRedis } from '../redis.ts';
import { writeCommandLineSettings } from '../run/api-client.ts';
import { lockDataFolder } from '../run/lock.ts';
import type { RunEnvironment } from '../run/run-environment.ts';
import { type RunningPlatform, startPlatform } from '../run/start-platform.ts';
import { removeFolder } from '../servers/remove-folder.ts';
import { approveImprovements } from './approve-improvements.ts';
import { connectAccounts, waitForWorkingWebhook } from './connect-accounts.ts';
import { type LiveIncident, openAndFollowLiveIncident } from './live-incident.ts';
import { startEmulators } from './start-emulators.ts';
import { waitForBackfill } from './wait-for-backfill.ts';
import { waitForDigests } from './wait-for-digests.ts';

/** Starts Refrain with the sample organisation, does the missing steps of the demo via the public API, and runs until a signal. */
export async function runDemo(dataRoot: string, options: { reset: boolean }, context: RunEnvironment): Promise<void> {
  const start = Date.now();
  const { shutdown, print } = context;
  const { signal } = shutdown;
  const folder = listDataFolderPaths(join(dataRoot, 'demo'));
  if (options.reset) await reset(folder, print);
  // Allows Refrain to connect to the emulators, which listen on the loopback interface.
  const env = { ...context.env, REFRAIN_PRIVATE_NETWORKS: `${context.env.REFRAIN_PRIVATE_NETWORKS ?? ''},loopback` };
  const platform = await startPlatform(folder, { ...context, env });
  const emulators = join(folder.root, 'emulators');
  await createFolder(emulators);
  const accounts = await startEmulators(emulators, platform, context);
  const api = await writeCommandLineSettings(folder, platform, shutdown);

  const connections = await connectAccounts(api, accounts, context);
  await waitForBackfill(api, connections, print, signal);
  const issues = await approveImprovements(api, print, signal);
  const live = await showLiveIncident();
  await waitForBackfill(api, connections, print, signal);
  await waitForDigests(api, print, signal);
  const status = await waitForBackfill(api, connections, print, signal);
  const patterns = (await api.get('/v1/patterns?sort=episodes&limit=5', PatternsResponse)).items;
  const seconds = Math.round((Date.now() - start) / 1000);
  print(formatSummary(platform, folder.root, { status, patterns, issues, live, seconds }));
  await shutdown.requested();

  async function showLiveIncident(): Promise<LiveIncident | null> {
    const connection = connections.find(({ provider }) => provider === 'pagerduty');
    if (connection === undefined || !(await waitForWorkingWebhook(api, connection, signal))) {
      print('The webhook of the emulated PagerDuty is not active: see npx refrain doctor.');
      return null;
    }
    const keptIn = join(folder.root, 'live-incident.json');
    return openAndFollowLiveIncident(api, accounts.pagerduty, keptIn, print, signal);
  }
}

/** Refuses to delete a folder that the demo did not create. @throws {AppError} `conflict` if the folder has other content */
async function refuseForeign(folder: DataFolderPaths): Promise<void> {
  const entries = (await readdir(folder.root)).filter((name) => name !== basename(folder.lock));
  const { postgres, redis, ports, restarts, token } = folder;
  if (entries.length === 0 || [postgres, redis, ports, restarts, token].some((path) => existsSync(path))) return;
  throw new AppError(
    'conflict',
    `${folder.root} is not a data folder of the demo, so nothing was deleted. Set REFRAIN_DATA_DIR to another folder, or empty this one yourself.`,
  );
}

async function reset(folder: DataFolderPaths, print: (line: string) => void): Promise<void> {
  const release = await lockDataFolder(folder.lock);
  try {
    await refuseForeign(folder);
    print("Deleting the demo's data …");
    await stopOrphanedPostgres(folder.postgres);
    await stopOrphanedRedis(folder.redis);
    for (const name of ['cluster', 'cluster.new', 'socket']) await removeFolder(join(folder.postgres, name));
    await rm(folder.root, { recursive: true, force: true });
  } finally {
    await release();
  }
}

interface DemoOutcome {
  readonly status: StatusResponse;
  readonly patterns: readonly Pattern[];
  readonly issues: readonly Improvement[];
  readonly live: LiveIncident | null;
  readonly seconds: number;
}

function formatSummary({ url, signInUrl }: RunningPlatform, folder: string, outcome: DemoOutcome): string {
  const { status, patterns, issues, live, seconds } = outcome;
  return [
    '',
    `${status.failures} failures (${status.unassigned.of} without duplicates) and ${status.changes} changes form ${status.patterns} patterns, after ${seconds} s.`,
    '',
    'The most frequent patterns',
    ...patterns.map((pattern) => `  ${describePattern(pattern)}`),
    '',
    'The improvement issues on the emulated GitHub',
    ...(issues.length === 0
      ? ['  none']
      : issues.map((issue) => `  ${issue.issueUrl ?? 'not open yet'}  ${issue.title}`)),
    ...(live === null ? [] : ['', 'The incident that the demo opened', `  ${describeLive(live)}`]),
    '',
    'Where to look',
    `  page (signs you in, once)   ${signInUrl ?? url}`,
    `  API                         ${url}/v1/patterns`,
    '  command line                npx refrain patterns',
    '                              npx refrain failures --help',
    `  data and logs               ${folder}`,
    '',
    'Ctrl-C stops everything. `npm run demo` continues from here, `npm run demo -- --reset` starts over.',
  ].join('\n');
}

function describePattern({ name, episodes, kinds }: Pattern): string {
  const parts = [
    [kinds.incident, 'incidents'],
    [kinds.failed_deployment, 'failed deployments'],
    [kinds.reverted_change, 'reverted changes'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${name}: ${episodes} episodes (${counts.join(', ')})`;
}

function describeLive({ title, pattern, seconds }: LiveIncident): string {
  if (pattern === null) return `"${title}" arrived by webhook and is in no pattern.`;
  return `"${title}" arrived by webhook and ${seconds === null ? 'is' : `was after ${seconds} s`} in the pattern "${pattern}", until the next re-clustering.`;
}
