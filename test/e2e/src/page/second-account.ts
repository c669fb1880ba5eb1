import { createHash } from 'node:crypto';
import { type Connection, dayInMs } from '@refrain/domain';
import {
  type GitHubEmulator,
  type PagerDutyEmulator,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import type { Demo } from './wait-for-demo.ts';

export const token = 'second-token';
export const secondAccountRepositories = ['bell-tower', 'bell-rope', 'organ-pipes', 'choir-stalls'];

/** Returns a recent date, because events on a fixed date would eventually be too old. */
const daysAgo = (days: number) => new Date(Math.floor(Date.now() / dayInMs - days) * dayInMs).toISOString();

/** Returns nonsense words that differ for each seed, so that texts made of these words are not similar to others. */
function drawText(seed: string): string {
  const letters = createHash('sha256')
    .update(seed)
    .digest('hex')
    .replaceAll(/\d/gu, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  return [0, 1, 2, 3].map((at) => letters.slice(at * 8, at * 8 + 8)).join(' ');
}

/** Creates a small company in addition to the demo's company. Its failures are not similar to any others and form no pattern. */
function secondWorld(account: string): World {
  const author = { login: 'kim', name: 'Kim', email: 'kim@example.com' };
  return {
    github: {
      organisation: account,
      repositories: secondAccountRepositories.map((name, at) => ({
        name,
        description: name,
        defaultBranch: 'main',
        createdAt: daysAgo(700),
        commits: [40, 30, 20].map((days, nth) => ({
          sha: `${at}${nth}`.repeat(20),
          parents: nth === 0 ? [] : [`${at}${nth - 1}`.repeat(20)],
          message: `Polish ${name}, coat ${nth}`,
          author,
          date: daysAgo(days),
          files: ['src/brass.ts'],
        })),
        pulls: [],
        deployments: [],
        issues: [
          {
            number: 7,
            title: drawText(`${account} issue ${at}`),
            body: '',
            state: 'closed',
            labels: ['incident'],
            author: 'kim',
            createdAt: daysAgo(25 + at),
            updatedAt: daysAgo(24 + at),
          },
        ],
      })),
    },
    pagerduty: {
      subdomain: account,
      services: ['Belfry', 'Organ loft'].map((name, at) => ({
        id: `PSECOND${at}`,
        name,
        description: name,
        createdAt: daysAgo(700),
      })),
      users: [],
      incidents: [0, 1, 2].map((at) => ({
        id: `QSECOND${at}`,
        number: at + 1,
        title: drawText(`${account} incident ${at}`),
        description: '',
        serviceId: `PSECOND${at % 2}`,
        urgency: 'high',
        priority: null,
        createdAt: daysAgo(50 + at * 9),
        resolvedAt: daysAgo(49 + at * 9),
        updatedAt: daysAgo(49 + at * 9),
        assigneeId: null,
        incidentKey: `second/${at}`,
        alerts: [],
        notes: [],
        logEntries: [],
      })),
    },
  };
}

/** Starts an emulator for an account name that no other test uses. */
export async function startSecondGitHubEmulator(account: string): Promise<GitHubEmulator> {
  const github = await startGitHubEmulator({ world: secondWorld(account).github, token, limits: 'off' });
  cleanUpAfterTest(() => github.close());
  return github;
}

export async function startSecondPagerDutyEmulator(account: string): Promise<PagerDutyEmulator> {
  const world = secondWorld(account).pagerduty;
  const pagerduty = await startPagerDutyEmulator({ world, token, limits: 'off' });
  cleanUpAfterTest(() => pagerduty.close());
  return pagerduty;
}

export async function findConnectionByAccount({ ask }: Demo, account: string): Promise<Connection | undefined> {
  const { items } = await ask<{ items: Connection[] }>('GET', '/v1/connections?limit=200');
  return items.find((connection) => connection.account === account);
}

/** Disconnects the account after the tests, even if one failed. */
export function disconnectAfterTests(demo: Demo, account: string): void {
  cleanUpAfterTest(async () => {
    const connection = await findConnectionByAccount(demo, account);
    if (connection) await demo.ask('DELETE', `/v1/connections/${connection.id}`);
  });
}
