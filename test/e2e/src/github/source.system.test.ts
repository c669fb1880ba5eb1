import { createHmac } from 'node:crypto';
import { createProviderSource, providers } from '@refrain/connectors';
import { defineFailureSourceTests } from '@refrain/connectors/source-contract';
import { defaultConnectionScope } from '@refrain/domain';
import { type GitHubWorld, startGitHubEmulator } from '@refrain/emulators';
import { generateOrganisation, people } from '@refrain/sample-org';

const size = { services: 3, repositories: 3, failures: 30, changes: 150, days: 200, until: '2026-10-31' };
const token = 'ghp_canary0123456789';
const headers = { authorization: `Bearer ${token}` };

defineFailureSourceTests(providers.get('github'), async () => {
  const github = worldWithEverything();
  const { organisation } = github;
  const emulator = await startGitHubEmulator({ world: github, token, limits: 'off' });
  const scope = {
    ...defaultConnectionScope,
    postmortemFolders: [`${organisation}/${github.repositories[0]?.name}:postmortems`],
  };
  const address = { provider: 'github', account: organisation, baseUrl: emulator.url, scope } as const;
  return {
    open: () => createProviderSource(address, token, { retryAfterMs: 1 }),
    scope,
    people: people.flatMap(({ name, login, email }) => [name, login, email]),
    secrets: [token],
    now: '2026-11-01T00:00:00.000Z',
    revoke: () => emulator.revokeToken(),
    sign: (body, secret) => ({
      headers: {
        'x-github-event': 'ping',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body: Buffer.from(body),
    }),
    async countWebhooks(url) {
      const answer = await fetch(`${emulator.url}/orgs/${organisation}/hooks`, { headers });
      const hooks = (await answer.json()) as { config: { url: string } }[];
      return hooks.filter(({ config }) => config.url === url).length;
    },
    close: emulator.close,
  };
});

/** Adds Actions runs and incident issues, because the sample organisation has neither. */
function worldWithEverything(): GitHubWorld {
  const { github } = generateOrganisation(7, size).world;
  const [first, ...others] = github.repositories;
  if (first === undefined) throw new Error('The sample organisation has no repository');
  const author = people[0]?.login ?? '';
  const [startedAt, updatedAt] = ['2026-09-01T10:00:00Z', '2026-09-01T10:05:00Z'];
  const head = first.commits.at(-1)?.sha ?? '';
  const job = { name: 'deploy', conclusion: 'failure', startedAt, completedAt: updatedAt } as const;
  const steps = [{ name: 'Roll out', conclusion: 'failure' } as const];
  const annotations = [
    { path: 'deploy.sh', line: 3, level: 'failure' as const, title: 'Failed', message: 'exit code 1' },
  ];
  const runs = Array.from({ length: 3 }, (_, index) => ({
    id: 9_000 + index,
    workflow: '.github/workflows/deploy.yml',
    name: 'Deploy',
    title: `Deploy ${index}`,
    event: 'push',
    branch: first.defaultBranch,
    sha: head,
    actor: author,
    createdAt: startedAt,
    attempts: [
      {
        conclusion: 'failure' as const,
        startedAt,
        updatedAt,
        jobs: [{ ...job, id: 9_100 + index, steps, annotations, log: `Starting\nError: rollout timed out\n` }],
      },
    ],
  }));
  const issue = { state: 'closed' as const, labels: ['incident'], author, createdAt: startedAt };
  const issues = [1, 2].map((index) => ({
    ...issue,
    number: 90_000 + index,
    title: `Checkout was down ${index}`,
    body: `@${author} saw errors`,
  }));
  const content = '# The queue was full\n\nDate: 2026-08-01\n\nThe queue was full for an hour.\n';
  const files = [{ path: 'postmortems/2026-08-01-queue.md', content }];
  return {
    ...github,
    repositories: [{ ...first, runs, issues: [...(first.issues ?? []), ...issues], files }, ...others],
  };
}
