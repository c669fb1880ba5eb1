import { dayInMs } from '@refrain/domain';
import {
  type Exchange,
  type FaultPlan,
  type GitHubEmulator,
  type PagerDutyEmulator,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';

export interface EmulatedCompany {
  readonly organisation: string;
  readonly github: GitHubEmulator;
  readonly pagerduty: PagerDutyEmulator;
  readonly postMortems: { readonly repository: string; readonly folder: string };
  setFaults(seed: number | null): void;
  /** Returns how often PagerDuty enabled a disabled webhook subscription because Refrain requested it. */
  countEnabled(): number;
  countLimited(): number;
  close(): Promise<void>;
}

export const initialGitHubToken = 'ghp_first0token';
export const initialPagerDutyKey = 'first-key';

export interface EmulatedCompanyOptions {
  readonly seed: number;
  readonly history: number;
  readonly isLimited: boolean;
}

export async function startEmulatedCompany({
  seed,
  history,
  isLimited,
}: EmulatedCompanyOptions): Promise<EmulatedCompany> {
  const world = companyWorld(seed, history);
  const { organisation } = world.github;
  let enabled = 0;
  let limited = 0;
  const look = ({ path, status, responseBody }: Exchange) => {
    if (path.endsWith('/enable') && status === 200) enabled += 1;
    if (status === 429 || (status === 403 && JSON.stringify(responseBody).includes('rate limit'))) limited += 1;
  };
  const github = await startGitHubEmulator({
    world: world.github,
    token: initialGitHubToken,
    // Far above GitHub's 5,000 requests an hour, which a run would use up within minutes. GitHub's other limits apply,
    // such as 900 points a minute.
    limits: isLimited ? { requests: 1_000_000 } : 'off',
    keptExchanges: 5_000,
    onExchange: look,
  });
  const pagerduty = await startPagerDutyEmulator({
    world: world.pagerduty,
    token: initialPagerDutyKey,
    ...(isLimited ? {} : { limits: 'off' as const }),
    // PagerDuty itself retries a delivery for two days and disables a subscription for a day after three failed events. The run uses
    // shorter times.
    triedForMs: 1_000,
    retryDelaysMs: [250, 500, 1_000],
    keptExchanges: 5_000,
    onExchange: look,
  });
  return {
    organisation,
    github,
    pagerduty,
    postMortems: { repository: world.github.repositories.at(-1)?.name ?? '', folder: 'docs/incidents' },
    setFaults(faultSeed) {
      github.setFaults(faultSeed === null ? null : faults(faultSeed));
      pagerduty.setFaults(faultSeed === null ? null : faults(faultSeed + 1));
    },
    countEnabled: () => enabled,
    countLimited: () => limited,
    async close() {
      await Promise.all([github.close(), pagerduty.close()]);
    },
  };
}

function companyWorld(seed: number, failures: number): World {
  const until = new Date(Date.now() - dayInMs).toISOString().slice(0, 10);
  const size = { services: 6, repositories: 8, failures, changes: failures * 4, days: 120, until };
  return generateOrganisation(seed, size).world;
}

function faults(seed: number): FaultPlan {
  return {
    seed,
    failure5xx: 0.02,
    reset: 0.01,
    slowBody: 0.02,
    truncatedBody: 0.01,
    expiredCursor: 0.1,
    slowMs: 400,
    webhooks: { lost: 0.02, unreachable: 0.02, duplicated: 0.04, reordered: 0.05, delayed: 0.05, delayMs: 1_500 },
  };
}
