import { defaultConnectionScope } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';
import { captureAppError } from '../../testing.ts';
import { createPullRequestRecord } from './records.ts';

const { readRecord } = providers;

const read = (type: string, payload: unknown) => readRecord('github', { type, payload });

const pull = {
  number: 12,
  title: 'Raise the pool size',
  body: 'As @jdoe and Jo said.\n\nCo-authored-by: Jo Doe <jo@acme.test>\nReviewed-by: Ann Other <ann@acme.test>\nCloses #3',
  html_url: 'https://github.com/acme/api/pull/12',
  user: { login: 'jdoe' },
  merged_by: { login: 'annother' },
  head: { ref: 'jdoe/pool' },
  merge_commit_sha: 'c'.repeat(40),
  merged_at: '2024-05-01T10:00:00Z',
  updated_at: '2024-05-01T10:00:05Z',
};

describe('pull requests', () => {
  it('converts a merged pull request to a change, with people replaced by roles and without commit trailers', () => {
    const { outcome, failures, changes } = read('github.pull_request', {
      repository: 'acme/api',
      pull,
      files: ['src/pool.ts'],
    });
    expect([outcome, failures]).toEqual(['stored', []]);
    expect(changes[0]).toMatchObject({
      kind: 'merged_pull_request',
      externalId: 'acme/api#12',
      number: 12,
      sha: pull.merge_commit_sha,
      branch: 'author/pool',
      paths: ['src/pool.ts'],
      occurredAt: '2024-05-01T10:00:00.000Z',
      version: '2024-05-01T10:00:05.000Z',
      text: 'As author and Jo said.\n\nCloses #3',
    });
  });

  it('treats a pull request that was closed without a merge as irrelevant', () => {
    const closed = { ...pull, merged_at: null };
    expect(read('github.pull_request', { repository: 'acme/api', pull: closed }).outcome).toBe('irrelevant');
  });

  it('a merge event counts as older than a pulled record of the same version', () => {
    const payload = { action: 'closed', pull_request: pull, repository: { full_name: 'acme/api' } };
    expect(read('github.event.pull_request', payload).changes[0]).toMatchObject({
      externalId: 'acme/api#12',
      version: '2024-05-01T10:00:04.999Z',
    });
    expect(read('github.event.pull_request', { ...payload, action: 'labeled' }).outcome).toBe('irrelevant');
  });

  it.each([
    ['pool-v2', 'main', 'pool-v2'],
    ['jdoe/pool', 'main', 'author/pool'],
    ['main', 'main', null],
    ['pool-v2', undefined, null],
  ])('a pull request into %s with the default branch %s has the base %s', (ref, branch, base) => {
    const repo = { full_name: 'acme/api', default_branch: branch };
    const listed = { ...pull, base: { ref, repo }, _links: {} };
    const record = createPullRequestRecord('acme/api', listed, null);
    expect(JSON.stringify(record.payload)).not.toContain('full_name');
    expect(read(record.type, record.payload).changes).toMatchObject([{ base }]);
    const event = { action: 'closed', pull_request: listed, repository: repo };
    expect(read('github.event.pull_request', event).changes).toMatchObject([{ base }]);
  });
});

describe('commits', () => {
  const commit = (message: string) => ({
    sha: 'a'.repeat(40),
    commit: {
      message,
      author: { name: 'Jo Doe', email: 'jo@acme.test', date: '2024-04-01T00:00:00Z' },
      committer: { name: 'GitHub', email: 'noreply@github.com', date: '2024-05-01T00:00:00+02:00' },
    },
    author: { login: 'jdoe' },
    committer: {},
    parents: [{ sha: 'b'.repeat(40) }],
  });

  it('reads subject, pull request, parents and commit date of a commit', () => {
    const message =
      'Revert "Jo Doe\'s cache" (#12)\n\nThis reverts commit abc.\n\nSigned-off-by: Jo Doe <jo@acme.test>\n';
    const [change] = read('github.commit', { repository: 'acme/api', commit: commit(message) }).changes;
    expect(change).toMatchObject({
      kind: 'commit',
      externalId: `acme/api@${'a'.repeat(40)}`,
      title: 'Revert "author\'s cache" (#12)',
      text: 'This reverts commit abc.',
      number: 12,
      parents: ['b'.repeat(40)],
      occurredAt: '2024-04-30T22:00:00.000Z',
    });
  });

  it('reads a commit message with hundreds of similar names within a bounded time', () => {
    const trailers = Array.from({ length: 300 }, (_, index) => `cc: ${'a '.repeat(45)}${index}`).join('\n');
    const message = `Add cache\n\n${'a '.repeat(14_000)}Jo Doe spotted it.\n\n${trailers}`;
    const started = process.cpuUsage();
    const [change] = read('github.commit', { repository: 'acme/api', commit: commit(message) }).changes;
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
    expect(change?.text).toMatch(/author spotted it\.$/u);
  });

  it('hides the owner of a merged branch, and keeps the rest of the branch name', () => {
    const message = 'Merge pull request #7 from stranger/revert-6-cache';
    const [change] = read('github.commit', { repository: 'acme/api', commit: commit(message) }).changes;
    expect(change).toMatchObject({ title: 'Merge pull request #7 from author/revert-6-cache', number: 7 });
  });

  it('reads only pushes to the default branch', () => {
    const pushed = {
      ref: 'refs/heads/main',
      repository: { full_name: 'acme/api', default_branch: 'main' },
      commits: [
        {
          id: 'd'.repeat(40),
          message: 'Tune',
          timestamp: '2024-05-01T00:00:00Z',
          author: { name: 'Jo' },
          added: ['b'],
          modified: ['a'],
          removed: [],
        },
      ],
    };
    expect(read('github.event.push', pushed).changes).toMatchObject([{ paths: ['a', 'b'], sha: 'd'.repeat(40) }]);
    expect(read('github.event.push', { ...pushed, ref: 'refs/heads/topic' }).outcome).toBe('irrelevant');
    expect(read('github.event.push', { ...pushed, commits: [] }).outcome).toBe('irrelevant');
  });
});

describe('deployments', () => {
  const deployment = {
    id: 42,
    sha: 'e'.repeat(40),
    ref: 'main',
    environment: 'production',
    description: 'Release by @jdoe',
    creator: { login: 'jdoe' },
    created_at: '2024-05-01T10:00:00Z',
  };
  const status = (minute: number, state: string, description = '') => ({
    id: minute,
    state,
    description,
    created_at: `2024-05-01T10:${String(minute).padStart(2, '0')}:00Z`,
  });
  const readStatuses = (...statuses: object[]) =>
    read('github.deployment', { repository: 'acme/api', deployment, statuses });

  it.each([
    ['success', ['success'], true, false, null],
    ['failure', ['in_progress', 'failure'], false, true, null],
    ['error', ['error'], false, true, null],
    ['failure, then made inactive by the next one', ['failure', 'inactive'], false, true, null],
    ['only inactive', ['success', 'inactive'], true, false, null],
    ['inactive alone', ['inactive'], null, false, null],
    ['recovered', ['failure', 'in_progress', 'success'], true, true, '2024-05-01T10:03:00.000Z'],
    ['failed after a success', ['success', 'failure'], false, true, null],
    ['failed, recovered, failed', ['failure', 'success', 'error'], false, true, null],
    ['tried again', ['failure', 'in_progress'], null, true, null],
    ['running', ['queued', 'in_progress'], null, false, null],
    ['without any status', [], null, false, null],
  ])('reads the outcome of a deployment from its statuses: %s', (_name, states, succeeded, failed, resolvedAt) => {
    const statuses = states.map((state, index) => status(index + 1, state));
    const { failures, changes } = readStatuses(...statuses);
    expect(changes[0]).toMatchObject({ externalId: 'acme/api#deployment/42', succeeded });
    expect(failures.map((failure) => failure.resolvedAt)).toEqual(failed ? [resolvedAt] : []);
  });

  it('the outcome of a deployment does not depend on the order of statuses', () => {
    const statuses = ['queued', 'failure', 'in_progress', 'success', 'inactive'].map((state, i) =>
      status(i, state, state),
    );
    const expected = readStatuses(...statuses);
    fc.assert(
      fc.property(fc.shuffledSubarray(statuses, { minLength: statuses.length }), (shuffled) => {
        expect(readStatuses(...shuffled)).toEqual(expected);
      }),
    );
  });

  it('a failed deployment is read with all details', () => {
    const [failure] = readStatuses(
      status(1, 'in_progress', 'Rollout started'),
      status(2, 'failure', 'Readiness probe failed'),
      status(3, 'inactive', 'Took over by the next'),
    ).failures;
    expect(failure).toMatchObject({
      kind: 'failed_deployment',
      title: 'Deployment of main to production failed: Readiness probe failed',
      text: 'Release by author\n\nReadiness probe failed',
      sha: deployment.sha,
      occurredAt: '2024-05-01T10:02:00.000Z',
    });
  });

  it('a failed deployment refers to the Actions run that its statuses link to', () => {
    const run = 'https://github.com/acme/api/actions/runs/77';
    const failed = (more: object) => readStatuses({ ...status(1, 'failure'), ...more }).failures[0]?.references;
    expect(failed({ log_url: `${run}/job/5?pr=1` })).toEqual([run]);
    expect(failed({ log_url: '', target_url: run })).toEqual([run]);
    expect(failed({ target_url: 'https://ci.acme.test/runs/77' })).toEqual([]);
    expect(readStatuses(status(1, 'success')).failures).toEqual([]);
  });

  it('a deployment by a run for unmerged code is not a failure', () => {
    const tried = { repository: 'acme/api', deployment, statuses: [status(1, 'failure')], isTrial: true };
    expect(read('github.deployment', tried).failures).toMatchObject([{ isFailure: false, confidence: 0.8 }]);
  });

  it('the title of a deployment without a ref names its commit, and a waiting deployment has not failed', () => {
    const shaOnly = {
      repository: 'acme/api',
      deployment: { ...deployment, ref: '' },
      statuses: [status(1, 'waiting')],
    };
    const { failures, changes } = read('github.deployment', shaOnly);
    expect(failures).toEqual([]);
    expect(changes).toMatchObject([{ title: `Deployment of ${'e'.repeat(12)} to production`, succeeded: null }]);
  });

  describe('a webhook event with a deployment status', () => {
    const event = (state: string, more: object = {}) => ({
      deployment,
      deployment_status: status(5, state),
      repository: { full_name: 'acme/api' },
      ...more,
    });
    const readEvent = (payload: object, scope = defaultConnectionScope) =>
      readRecord('github', { type: 'github.event.deployment_status', payload }, scope);

    it('a status event of a failed deployment refers to the run in the event, and an inactive status is irrelevant', () => {
      const run = { workflow_run: { html_url: 'https://github.com/acme/api/actions/runs/77' } };
      expect(readEvent(event('error', run)).failures).toMatchObject([
        { externalId: 'acme/api#deployment/42', references: ['https://github.com/acme/api/actions/runs/77'] },
      ]);
      expect(readEvent(event('inactive')).outcome).toBe('irrelevant');
    });

    it('a status event for a pull request or a fork is not a failure', () => {
      const tried = (run: object) => readEvent(event('failure', { workflow_run: run })).failures[0]?.isFailure;
      expect(tried({ event: 'push', head_repository: { full_name: 'Acme/API' } })).toBe(true);
      expect(tried({ event: 'pull_request_target' })).toBe(false);
      expect(tried({ event: 'push', head_repository: { full_name: 'mallory/api' } })).toBe(false);
      expect(tried({ event: 'workflow_run', head_repository: { full_name: 'acme/api' } })).toBe(false);
      const merge = { ...deployment, ref: 'refs/pull/12/merge' };
      expect(readEvent({ ...event('failure'), deployment: merge }).failures[0]?.isFailure).toBe(false);
    });

    it('a status event outside the scope is irrelevant', () => {
      expect(readEvent(event('failure'), { ...defaultConnectionScope, environments: ['prod*'] }).outcome).toBe(
        'stored',
      );
      expect(readEvent(event('failure'), { ...defaultConnectionScope, environments: ['staging'] }).outcome).toBe(
        'irrelevant',
      );
      expect(readEvent(event('failure'), { ...defaultConnectionScope, repositories: ['acme/web'] }).outcome).toBe(
        'irrelevant',
      );
    });
  });
});

describe('an unknown record', () => {
  it('ignores unknown events, and rejects malformed records', async () => {
    expect(read('github.event.star', { anything: true }).outcome).toBe('irrelevant');
    for (const [type, payload] of [
      ['github.commit', { repository: 'a/b' }],
      ['github.event.push', { unreadable: 'x' }],
      ['github.nonsense', {}],
    ] as const) {
      expect((await captureAppError(() => read(type, payload))).code).toBe('invalid_input');
    }
  });

  it('reads a hostile text in time proportional to its length, and stores no NUL', () => {
    const body = `${'@a'.repeat(500_000)}\u0000`;
    const started = process.cpuUsage();
    const [change] = read('github.pull_request', { repository: 'acme/api', pull: { ...pull, body } }).changes;
    expect(change?.text.length).toBeLessThan(100_000);
    expect(change?.text).not.toContain('\u0000');
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});
