import {
  createProviderSource,
  type FailureSource,
  type Page,
  type ParsedPayload,
  type ProviderOptions,
  providers,
  type StreamPageRequest,
} from '@refrain/connectors';
import { type ConnectionScope, defaultConnectionScope, type RawRecord } from '@refrain/domain';
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

export const scope: ConnectionScope = { ...defaultConnectionScope, postmortemFolders: ['acme/one:docs/incidents'] };

const size = { services: 2, repositories: 2, failures: 8, changes: 16, days: 60, until: '2026-08-31' };
const day = (index: number, hour = 8): string => new Date(Date.UTC(2026, 4, 1 + index, hour)).toISOString();

/** Creates two repositories with commits and deployments. The first repository also has runs, incidents and post-mortems. */
export function createGitHubHistoryWorld(): GitHubWorld {
  const { github } = generateOrganisation(7, size).world;
  const [one, two] = github.repositories;
  if (one === undefined || two === undefined) throw new Error('The sample organisation must have two repositories.');
  const sha = one.commits.at(-1)?.sha ?? '';
  const author = one.commits[0]?.author.login ?? '';
  const runs = Array.from({ length: 70 }, (_, index) => runOf(index, sha, author));
  const issues = Array.from({ length: 70 }, (_, index) => issueOf(index, author));
  const files = Array.from({ length: 30 }, (_, index) => ({
    path: `docs/incidents/2026/${day(index).slice(0, 10)}-outage-${index}.md`,
    content: `# Outage ${index}\n\nThe queue was full. See https://acme.pagerduty.com/incidents/QABCDE${index}\n`,
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
function runOf(index: number, sha: string, actor: string): WorldRun {
  const isDeploy = index % 2 === 0;
  const conclusions = (['failure', 'timed_out', 'skipped', 'success', 'cancelled'] as const)[index % 5] ?? 'success';
  const attempt = (conclusion: typeof conclusions, number: number) => ({
    conclusion,
    startedAt: day(index),
    updatedAt: day(index, 8 + number),
    jobs: [
      {
        id: index * 10 + number,
        name: 'production',
        conclusion,
        startedAt: day(index),
        completedAt: day(index, 8 + number),
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
        log: `Applying\n##[error]quota ${index} exceeded\n##[error]Process completed with exit code 1.\nPost job cleanup.`,
      },
    ],
  });
  return {
    id: 9_000 + index,
    workflow: isDeploy ? '.github/workflows/deploy.yml' : '.github/workflows/test.yml',
    name: isDeploy ? 'Deploy' : 'Test',
    title: 'Raise the pool size',
    event: 'push',
    branch: 'main',
    sha,
    actor,
    createdAt: day(index),
    attempts: index % 20 === 0 ? [attempt(conclusions, 1), attempt('success', 2)] : [attempt(conclusions, 1)],
  };
}

function issueOf(index: number, author: string): WorldIssue {
  const labels = [['incident'], ['bug'], ['incident', 'outage', 'sev1'], ['Outage']][index % 4] ?? [];
  return {
    number: 10_000 + index,
    title: `Outage number ${index}`,
    body: 'Cards were refused.',
    state: index % 3 === 0 ? 'open' : 'closed',
    labels,
    author,
    createdAt: day(index),
    updatedAt: day(index, 20),
    comments: [{ id: index + 1, body: `Rolled back, number ${index}.`, author, createdAt: day(index, 9) }],
  };
}

export interface EmulatedGitHubAccount {
  readonly emulator: GitHubEmulator;
  /** Opens the account's source as a job of the worker would. */
  open(options?: ProviderOptions & { scope?: ConnectionScope }): Required<FailureSource>;
}

const running: GitHubEmulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

export async function startGitHubHistoryEmulator(): Promise<GitHubEmulator> {
  const emulator = await startGitHubEmulator({ world: createGitHubHistoryWorld(), token, limits: 'off' });
  const content = '# The queue was full again\n\nNobody says when.';
  await emulator.writeFile({ repository: 'one', path: 'docs/incidents/undated.md', content });
  return emulator;
}

export async function startEmulatedGitHubAccount(): Promise<EmulatedGitHubAccount> {
  const emulator = await startGitHubHistoryEmulator();
  running.push(emulator);
  return {
    emulator,
    open({ scope: wanted = scope, ...options } = {}) {
      const address = { provider: 'github', account: 'acme', baseUrl: emulator.url, scope: wanted } as const;
      return createProviderSource(address, token, { retryAfterMs: 1, ...options }) as Required<FailureSource>;
    },
  };
}

export function listDeliveryKeysOfPages(pages: readonly Page[]): string[] {
  return pages.flatMap(({ records }) => records).map(({ deliveryKey }) => deliveryKey);
}

/** Returns a `findKnown` function that knows only the given delivery keys. */
export function createKnownRecordFinder(deliveryKeys: readonly string[]): NonNullable<StreamPageRequest['findKnown']> {
  const known = new Set(deliveryKeys);
  return async (keys) => new Set(keys.filter((key) => known.has(key)));
}

export function parseRecords(records: readonly RawRecord[]): ParsedPayload[] {
  return records.map((record) => providers.readRecord('github', record, scope));
}
