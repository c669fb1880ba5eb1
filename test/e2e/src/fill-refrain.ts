import type { BackfillProgress, Connection } from '@refrain/domain';
import {
  type GitHubEmulator,
  type PagerDutyEmulator,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { afterAll } from 'vitest';
import type { Refrain } from './start-refrain.ts';

export interface Providers {
  readonly github: GitHubEmulator;
  readonly pagerduty: PagerDutyEmulator;
}

/** Serves a world on both emulators until the tests of the file are done, connects both accounts and takes in their past. */
export async function fillRefrain(refrain: Refrain, world: World): Promise<Providers> {
  const github = await startGitHubEmulator({ world: world.github, token: 'ghp_page' });
  const pagerduty = await startPagerDutyEmulator({ world: world.pagerduty, token: 'page' });
  afterAll(() => Promise.all([github.close(), pagerduty.close()]));
  const accounts = [
    { provider: 'github', account: world.github.organisation, baseUrl: github.url, credential: 'ghp_page' },
    { provider: 'pagerduty', account: world.pagerduty.subdomain, baseUrl: pagerduty.url, credential: 'page' },
  ];
  for (const account of accounts) {
    const { connection } = await refrain.ask<{ connection: Connection }>('POST', '/v1/connections', account);
    await refrain.ask<BackfillProgress>('POST', `/v1/connections/${connection.id}/backfill`, {});
  }
  await refrain.settle();
  return { github, pagerduty };
}
