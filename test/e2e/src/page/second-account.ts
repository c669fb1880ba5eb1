import { createHash } from 'node:crypto';
import type { Connection } from '@refrain/domain';
import {
  type GitHubEmulator,
  type PagerDutyEmulator,
  startGitHubEmulator,
  startPagerDutyEmulator,
  type World,
} from '@refrain/emulators';
import { afterAll } from 'vitest';
import type { Demo } from './open-demo.ts';

export const token = 'second-token';
export const secondRepositories = ['bell-tower', 'bell-rope', 'organ-pipes', 'choir-stalls'];
const dayMs = 86_400_000;

/** In the last months, whenever that is. */
const daysAgo = (days: number) => new Date(Math.floor(Date.now() / dayMs - days) * dayMs).toISOString();

/** Words that nobody uses, others for each seed: what is called by them is like nothing else. */
function makeWords(seed: string): string {
  const letters = createHash('sha256')
    .update(seed)
    .digest('hex')
    .replaceAll(/\d/gu, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  return [0, 1, 2, 3].map((at) => letters.slice(at * 8, at * 8 + 8)).join(' ');
}

/** A small company beside that of the demo: nothing of it is like anything there, and nothing of it comes back. */
function secondWorld(account: string): World {
  const author = { login: 'kim', name: 'Kim', email: 'kim@example.com' };
  return {
    github: {
      organisation: account,
      repositories: secondRepositories.map((name, at) => ({
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
            title: makeWords(`${account} issue ${at}`),
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
        title: makeWords(`${account} incident ${at}`),
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

/** @param account of whom each test has another one, so that none meets what is connected by another */
export async function startSecondGitHub(account: string): Promise<GitHubEmulator> {
  const github = await startGitHubEmulator({ world: secondWorld(account).github, token, limits: 'off' });
  afterAll(() => github.close());
  return github;
}

export async function startSecondPagerDuty(account: string): Promise<PagerDutyEmulator> {
  const world = secondWorld(account).pagerduty;
  const pagerduty = await startPagerDutyEmulator({ world, token, limits: 'off' });
  afterAll(() => pagerduty.close());
  return pagerduty;
}

export async function findConnection({ ask }: Demo, account: string): Promise<Connection | undefined> {
  const { items } = await ask<{ items: Connection[] }>('GET', '/v1/connections?limit=200');
  return items.find((connection) => connection.account === account);
}

/** What a test that failed has left connected is taken away all the same. */
export function leaveNothing(demo: Demo, accounts: readonly string[]): void {
  afterAll(async () => {
    for (const account of accounts) {
      const left = await findConnection(demo, account);
      if (left) await demo.ask('DELETE', `/v1/connections/${left.id}`);
    }
  });
}
