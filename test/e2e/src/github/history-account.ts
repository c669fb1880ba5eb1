import {
  createProviderSource,
  type FailureSource,
  type Page,
  type PageRequest,
  type ParsedPayload,
  type ProviderOptions,
  providers,
} from '@refrain/connectors';
import { type ConnectionScope, defaultScope, type RawRecord } from '@refrain/domain';
import {
  type GitHubEmulator,
  type GitHubWorld,
  startGitHubEmulator,
  type WorldIssue,
  type WorldRun,
} from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach } from 'vitest';

export const token = 'ghp_canary0123456789';

export const scope: ConnectionScope = { ...defaultScope, postmortemFolders: ['acme/one:docs/incidents'] };

const size = { services: 2, repositories: 2, failures: 8, changes: 16, days: 60, until: '2026-08-31' };
const day = (place: number, hour = 8): string => new Date(Date.UTC(2026, 4, 1 + place, hour)).toISOString();

/** Creates two repositories with commits and deployments. The first repository also has runs, incidents and post-mortems. */
export function createHistoryWorld(): GitHubWorld {
  const { github } = generateOrganisation(7, size).world;
  const [one, two] = github.repositories;
  if (one === undefined || two === undefined) throw new Error('The sample organisation must have two repositories.');
  const sha = one.commits.at(-1)?.sha ?? '';
  const author = one.commits[0]?.author.login ?? '';
  const runs = Array.from({ length: 70 }, (_, place) => runOf(place, sha, author));
  const issues = Array.from({ length: 70 }, (_, place) => issueOf(place, author));
  const files = Array.from({ length: 30 }, (_, place) => ({
    path: `docs/incidents/2026/${day(place).slice(0, 10)}-outage-${place}.md`,
    content: `# Outage ${place}\n\nThe queue was full. See https://acme.pagerduty.com/incidents/QABCDE${place}\n`,
  }));
  const others = [
    { path: 'docs/incidents/README.md', content: '# How we write' },
    { path: 'docs/2026-05-01-elsewhere.md', content: '# Elsewhere' },
  ];
  return {
    organisation: 'acme',
    repositories: [
      { ...one, name: 'one', runs, issues, files: [...files, ...others] },
      { ...two, name: 'two' },
    ],
  };
}

/**
 * Creates a workflow run. Runs with an odd index belong to a workflow that is not selected; the others fail, succeed after a failure, or do
 * not fail.
 */
function runOf(place: number, sha: string, actor: string): WorldRun {
  const isDeploy = place % 2 === 0;
  const conclusions = (['failure', 'timed_out', 'skipped', 'success', 'cancelled'] as const)[place % 5] ?? 'success';
  const attempt = (conclusion: typeof conclusions, number: number) => ({
    conclusion,
    startedAt: day(place),
    updatedAt: day(place, 8 + number),
    jobs: [
      {
        id: place * 10 + number,
        name: 'production',
        conclusion,
        startedAt: day(place),
        completedAt: day(place, 8 + number),
        steps: [{ name: 'Apply', conclusion }],
        annotations: [
          {
            path: '.github',
            line: 1,
            level: 'failure' as const,
            title: '',
            message: 'Process completed with exit code 1.',
          },
        ],
        log: `Applying\n##[error]quota ${place} exceeded\n##[error]Process completed with exit code 1.\nPost job cleanup.`,
      },
    ],
  });
  return {
    id: 9_000 + place,
    workflow: isDeploy ? '.github/workflows/deploy.yml' : '.github/workflows/test.yml',
    name: isDeploy ? 'Deploy' : 'Test',
    title: 'Raise the pool size',
    event: 'push',
    branch: 'main',
    sha,
    actor,
    createdAt: day(place),
    attempts: place % 20 === 0 ? [attempt(conclusions, 1), attempt('success', 2)] : [attempt(conclusions, 1)],
  };
}

function issueOf(place: number, author: string): WorldIssue {
  const labels = [['incident'], ['bug'], ['incident', 'outage', 'sev1'], ['Outage']][place % 4] ?? [];
  return {
    number: 10_000 + place,
    title: `Outage number ${place}`,
    body: 'Cards were refused.',
    state: place % 3 === 0 ? 'open' : 'closed',
    labels,
    author,
    createdAt: day(place),
    updatedAt: day(place, 20),
    comments: [{ id: place + 1, body: `Rolled back, number ${place}.`, author, createdAt: day(place, 9) }],
  };
}

export interface EmulatedAccount {
  readonly emulator: GitHubEmulator;
  /** Opens the account's source like a job of the worker. */
  open(options?: ProviderOptions & { scope?: ConnectionScope }): Required<FailureSource>;
}

const running: GitHubEmulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

export async function startHistoryEmulator(): Promise<GitHubEmulator> {
  const emulator = await startGitHubEmulator({ world: createHistoryWorld(), token, limits: 'off' });
  const content = '# The queue was full again\n\nNobody says when.';
  await emulator.writeFile({ repository: 'one', path: 'docs/incidents/undated.md', content });
  return emulator;
}

export async function startEmulatedAccount(): Promise<EmulatedAccount> {
  const emulator = await startHistoryEmulator();
  running.push(emulator);
  return {
    emulator,
    open({ scope: wanted = scope, ...options } = {}) {
      const address = { provider: 'github', account: 'acme', baseUrl: emulator.url, scope: wanted } as const;
      return createProviderSource(address, token, { retryAfterMs: 1, ...options }) as Required<FailureSource>;
    },
  };
}

export function deliveryKeysOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ records }) => records).map(({ deliveryKey }) => deliveryKey);
}

/** Returns a `findKnown` function that knows only the given delivery keys. */
export function createKnownRecordFinder(deliveryKeys: readonly string[]): NonNullable<PageRequest['findKnown']> {
  const known = new Set(deliveryKeys);
  return async (keys) => new Set(keys.filter((key) => known.has(key)));
}

export function parseRecords(records: readonly RawRecord[]): ParsedPayload[] {
  return records.map((record) => providers.readRecord('github', record, scope));
}
