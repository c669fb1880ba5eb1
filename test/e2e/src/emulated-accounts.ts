import {
  type GitHubEmulator,
  type PagerDutyEmulator,
  type PagerDutyEmulatorOptions,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { expectDocumentedExchanges } from '@refrain/emulators/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import type { RunningRefrain } from './start-refrain.ts';

export const token = 'emulator-token';

export interface EmulatedAccounts {
  readonly github: GitHubEmulator;
  readonly pagerduty: PagerDutyEmulator;
  /** Connects both accounts, starts their backfills, and returns the ids of the connections. */
  connect(refrain: Pick<RunningRefrain, 'ask'>): Promise<{ github: string; pagerduty: string }>;
  /** In `npm run test:data`, asserts that all requests and responses conform to the vendors' API descriptions. */
  expectDocumented(): void;
}

/** Starts emulators of both providers without rate limits. They stop after the current test or file. */
export async function startEmulatedAccounts(
  world: World,
  timing: Pick<PagerDutyEmulatorOptions, 'retryDelaysMs' | 'triedForMs'> = {},
): Promise<EmulatedAccounts> {
  const github = await startGitHubEmulator({ world: world.github, token, limits: 'off' });
  const pagerduty = await startPagerDutyEmulator({ world: world.pagerduty, token, limits: 'off', ...timing });
  cleanUpAfterTest(() => Promise.all([github.close(), pagerduty.close()]));

  return {
    github,
    pagerduty,
    async connect(refrain) {
      const connect = async (account: object) => {
        const { connection } = await refrain.ask<{ connection: { id: string } }>('POST', '/v1/connections', account);
        await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
        return connection.id;
      };
      return {
        github: await connect({
          provider: 'github',
          account: world.github.organisation,
          baseUrl: github.url,
          credential: token,
        }),
        pagerduty: await connect({
          provider: 'pagerduty',
          account: world.pagerduty.subdomain,
          baseUrl: pagerduty.url,
          credential: token,
        }),
      };
    },
    expectDocumented() {
      expectDocumentedExchanges([...github.requests(), ...pagerduty.requests()]);
    },
  };
}
