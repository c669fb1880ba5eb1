import type { World, WorldCommit, WorldPull, WorldRun } from '../world.ts';

const sha = (digit: number): string => String(digit).repeat(40);
const author = { login: 'kim', name: 'Kim', email: 'kim@example.com' };

function commit(number: number, message: string, date: string, files: string[]): WorldCommit {
  return { sha: sha(number), parents: number === 1 ? [] : [sha(number - 1)], message, author, date, files };
}

function pull(number: number, merged: boolean): WorldPull {
  const at = `2026-01-0${number}T10:00:00Z`;
  return {
    number,
    title: `Change ${number}`,
    body: 'Why',
    state: merged ? 'closed' : 'open',
    mergedAt: merged ? at : null,
    mergeCommitSha: merged ? sha(number) : null,
    headRef: `change-${number}`,
    headSha: sha(9),
    author: 'kim',
    createdAt: at,
    updatedAt: at,
    closedAt: merged ? at : null,
    files: ['src/a.ts', 'docs/b.md'],
    labels: ['size/s'],
  };
}

/** Creates a run of the workflow `Deploy`. Each failing attempt has one failing job. */
function run(id: number, createdAt: string, conclusions: ('success' | 'failure')[]): WorldRun {
  const at = createdAt;
  const job = (conclusion: 'success' | 'failure', number: number) => ({
    id: id * 10 + number,
    name: 'deploy',
    conclusion,
    startedAt: at,
    completedAt: at,
    steps: [
      { name: 'Set up job', conclusion: 'success' as const },
      { name: 'Ship', conclusion },
    ],
    annotations: [
      {
        path: '.github',
        line: 12,
        level: 'failure' as const,
        title: '',
        message: 'Process completed with exit code 1.',
      },
    ],
    log: 'Shipping\n##[error]Process completed with exit code 1.',
  });
  return {
    id,
    workflow: '.github/workflows/deploy.yml',
    name: 'Deploy',
    title: 'Second',
    event: 'push',
    branch: 'main',
    sha: sha(2),
    actor: 'kim',
    createdAt: at,
    attempts: conclusions.map((conclusion, number) => ({
      conclusion,
      startedAt: at,
      updatedAt: at,
      jobs: [job(conclusion, number)],
    })),
  };
}

/** Creates a world with at least one object of each kind. The first repository has pull request 1 (merged) and 2 (open). */
export function createSmallWorld(): World {
  const createdAt = '2026-01-01T00:00:00Z';
  const repository = (name: string) => ({ name, description: `The ${name}`, defaultBranch: 'main', createdAt });
  return {
    github: {
      organisation: 'acme',
      repositories: [
        {
          ...repository('shop'),
          commits: [
            commit(1, 'Change 1 (#1)', '2026-01-01T10:00:00Z', ['src/a.ts']),
            commit(2, 'Second', '2026-01-02T10:00:00Z', ['docs/b.md']),
            commit(3, 'Revert "Second"\n\nThis reverts commit 2222222.', '2026-01-03T10:00:00Z', ['docs/b.md']),
          ],
          pulls: [pull(1, true), pull(2, false)],
          deployments: [
            {
              id: 71,
              sha: sha(1),
              ref: 'main',
              environment: 'production',
              description: '',
              createdAt,
              creator: 'kim',
              statuses: [
                { id: 711, state: 'in_progress', description: '', createdAt, logUrl: 'https://ci.example.com/1' },
                { id: 712, state: 'failure', description: 'exit 1', createdAt, logUrl: 'https://ci.example.com/1' },
              ],
            },
          ],
          issues: [
            {
              number: 7,
              title: 'Old',
              body: '',
              state: 'closed',
              labels: ['bug', 'incident'],
              author: 'kim',
              createdAt,
              updatedAt: '2026-01-05T10:00:00Z',
              comments: [{ id: 70, body: 'It was the cache', author: 'kim', createdAt: '2026-01-02T10:00:00Z' }],
            },
          ],
          runs: [run(51, '2026-01-01T11:00:00Z', ['failure', 'success']), run(52, '2026-01-02T11:00:00Z', ['failure'])],
          files: [{ path: 'docs/postmortems/2026-01.md', content: '# Checkout failed\n\nIt was the cache.\n' }],
        },
        { ...repository('search'), commits: [], pulls: [], deployments: [] },
      ],
    },
    pagerduty: {
      subdomain: 'acme',
      services: [{ id: 'PSHOP', name: 'shop', description: 'The shop', createdAt }],
      users: [{ id: 'PKIM', name: 'Kim', email: 'kim@example.com' }],
      changeEvents: [1, 2].map((number) => ({
        id: `PCHANGE${number}`,
        summary: `Deployed shop ${number}`,
        timestamp: `2026-0${number}-10T09:30:00Z`,
        serviceIds: ['PSHOP'],
        source: 'deployer',
        links: [{ href: 'https://ci.example.com/1', text: 'The run' }],
        details: { version: `1.${number}` },
      })),
      incidents: [1, 2, 3].map((number) => ({
        id: `PINC${number}`,
        number,
        title: `Checkout fails ${number}`,
        description: 'Error rate high',
        serviceId: 'PSHOP',
        urgency: 'high' as const,
        priority: number === 1 ? 'P1' : null,
        createdAt: `2026-0${number}-10T10:00:00Z`,
        resolvedAt: number === 3 ? null : `2026-0${number}-10T11:00:00Z`,
        updatedAt: `2026-0${number}-10T11:00:00Z`,
        assigneeId: 'PKIM',
        incidentKey: `key-${number}`,
        alerts: [
          {
            id: `PAL${number}`,
            summary: 'High errors',
            severity: 'critical' as const,
            createdAt: `2026-0${number}-10T10:00:00Z`,
            details: { host: 'web-1' },
          },
        ],
        notes: [
          { id: `PNO${number}`, content: 'Rolled back', userId: 'PKIM', createdAt: `2026-0${number}-10T10:30:00Z` },
        ],
        logEntries: [
          {
            id: `PLE${number}`,
            type: 'trigger_log_entry',
            createdAt: `2026-0${number}-10T10:00:00Z`,
            summary: 'Triggered',
          },
        ],
      })),
    },
  };
}
