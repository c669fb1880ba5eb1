import { defaultConnectionScope } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';

const { readRecord } = providers;

const run = {
  id: 77,
  name: 'Deploy',
  display_title: 'Raise the pool size, as @jdoe said',
  path: '.github/workflows/deploy.yml@main',
  event: 'push',
  head_branch: 'main',
  head_sha: 'f'.repeat(40),
  html_url: 'https://github.com/acme/api/actions/runs/77',
  status: 'completed',
  conclusion: 'failure',
  run_attempt: 1,
  actor: { login: 'jdoe' },
  triggering_actor: { login: 'annother' },
  head_commit: { author: { name: 'Jo Doe' } },
  created_at: '2024-05-01T10:00:00Z',
  updated_at: '2024-05-01T10:09:00Z',
};
const job = (id: number, attempt: number, conclusion: string, more: object = {}) => ({
  job: {
    id,
    name: 'production',
    conclusion,
    run_attempt: attempt,
    completed_at: `2024-05-01T10:0${attempt}:30Z`,
    steps: [
      { name: 'Checkout', conclusion: 'success' },
      { name: 'Apply', conclusion },
      { name: 'Tell', conclusion: 'skipped' },
    ],
  },
  annotations: [] as object[],
  ...more,
});
const annotations = [
  { path: '.github', annotation_level: 'failure', message: 'Process completed with exit code 1.' },
  {
    path: 'db/main.tf',
    start_line: 12,
    annotation_level: 'failure',
    message: 'Quota of db.r6g exceeded\nAsk for more',
  },
  { path: 'db/main.tf', start_line: 1, annotation_level: 'warning', message: 'Deprecated by Jo Doe' },
];
const readPulled = (more: object, details: object = {}) =>
  readRecord('github', {
    type: 'github.workflow_run',
    payload: { repository: 'acme/api', run: { ...run, ...more }, ...details },
  });

describe('a pulled run', () => {
  it('a failed run is read with failing jobs, steps, annotations and log, and with people replaced by roles', () => {
    const log =
      '2024-05-01T10:01:00.0Z error: deployment by Jo Doe was rejected\n2024-05-01T10:01:01.0Z ##[error]apply: quota exceeded\n';
    const details = { jobs: [job(5, 1, 'failure', { annotations })], logs: { 5: log }, environment: 'production' };
    const { failures, changes } = readPulled({}, details);
    expect(changes).toEqual([]);
    expect(failures).toMatchObject([
      {
        kind: 'failed_deployment',
        externalId: 'acme/api#run/77',
        title: 'Deploy failed on main: Quota of db.r6g exceeded',
        environment: 'production',
        paths: ['db/main.tf'],
        sha: run.head_sha,
        occurredAt: '2024-05-01T10:01:30.000Z',
        resolvedAt: null,
        url: run.html_url,
        version: '2024-05-01T10:09:00.000Z',
        isFailure: true,
      },
    ]);
    expect(failures[0]?.text.split('\n\n')).toEqual([
      'Raise the pool size, as author said',
      'Job: production, step: Apply',
      'db/main.tf:12: Quota of db.r6g exceeded\nAsk for more',
      'error: deployment by author was rejected\napply: quota exceeded',
    ]);
  });

  it.each([
    ['failure', 'Deploy failed on main: production › Apply'],
    ['timed_out', 'Deploy timed out on main: production › Apply'],
    ['startup_failure', 'Deploy could not start on main: production › Apply'],
  ])('a run with the conclusion %s is a failure', (conclusion, title) => {
    expect(readPulled({ conclusion }, { jobs: [job(5, 1, 'failure')] }).failures).toMatchObject([{ title }]);
  });

  it.each(['success', 'skipped', 'cancelled', 'neutral', 'stale', 'action_required', null])(
    'a run with the conclusion %s is not a failure',
    (conclusion) => {
      expect(readPulled({ conclusion }).outcome).toBe('irrelevant');
      expect(readPulled({ conclusion }, { jobs: [job(5, 1, 'failure')] }).outcome).toBe('irrelevant');
    },
  );

  it('a run whose later attempt succeeds is one resolved failure', () => {
    const jobs = [job(7, 2, 'failure'), job(5, 1, 'failure')];
    const { failures } = readPulled({ conclusion: 'success', run_attempt: 3 }, { jobs });
    expect(failures).toMatchObject([
      {
        externalId: 'acme/api#run/77',
        occurredAt: '2024-05-01T10:01:30.000Z',
        resolvedAt: '2024-05-01T10:09:00.000Z',
        title: 'Deploy failed on main: production › Apply',
      },
    ]);
  });

  it('a failed run whose later attempt was cancelled remains a failure', () => {
    const { failures } = readPulled({ conclusion: 'cancelled', run_attempt: 2 }, { jobs: [job(5, 1, 'failure')] });
    expect(failures).toMatchObject([{ resolvedAt: null }]);
  });

  it('hides the owner of a merged branch in the title of a run', () => {
    const { failures } = readPulled({ display_title: 'Merge pull request #7 from stranger/pool' });
    expect(failures[0]?.text).toBe('Merge pull request #7 from author/pool');
  });

  it('a repeated successful run, or one with a job that is allowed to fail, is not a failure', () => {
    expect(readPulled({ conclusion: 'success', run_attempt: 2 }).outcome).toBe('irrelevant');
    const allowed = { jobs: [job(7, 2, 'failure'), job(5, 1, 'failure')] };
    expect(readPulled({ conclusion: 'success', run_attempt: 2 }, allowed).outcome).toBe('irrelevant');
  });

  it('a failed run for a pull request is stored but not counted', () => {
    for (const event of ['pull_request', 'pull_request_review', 'merge_group', 'issue_comment', 'issues'])
      expect(readPulled({ event }).failures).toMatchObject([{ isFailure: false }]);
  });
});

describe('a run with the code of a fork', () => {
  it('a failed run of a fork is stored but not counted, whatever triggered it', () => {
    const head_repository = { full_name: 'passer/api' };
    expect(readPulled({ event: 'workflow_run', head_repository }).failures).toMatchObject([{ isFailure: false }]);
    const own = { full_name: 'Acme/api' };
    expect(readPulled({ event: 'workflow_run', head_repository: own }).failures).toMatchObject([{ isFailure: true }]);
  });

  it('a run that is read just after its repository was renamed is not taken for a run of a fork', () => {
    const renamed = { full_name: 'acme/api-renamed' };
    const { failures } = readPulled({ event: 'push', head_repository: renamed, repository: renamed });
    expect(failures).toMatchObject([{ isFailure: true }]);
  });
});

describe.each(['workflow_run', 'check_run', 'check_suite', 'status', 'deployment_status'])(
  'a run that %s triggers in a public repository',
  (event) => {
    const head_repository = { full_name: 'acme/api' };
    const isCounted = (more: object, isPrivate: boolean) => {
      const indirect = { event, head_repository, ...more };
      const pulled = readPulled({ ...indirect, repository: { private: isPrivate } });
      const payload = {
        action: 'completed',
        workflow_run: { ...run, ...indirect },
        repository: { full_name: 'acme/api', default_branch: 'main', private: isPrivate },
      };
      const received = readRecord('github', { type: 'github.event.workflow_run', payload });
      return [pulled, received].map(({ failures }) => failures[0]?.isFailure);
    };

    it('a failed run that a stranger triggered indirectly is not counted, although its branch is the default branch', () => {
      const stranger = { actor: { login: 'passer' }, triggering_actor: { login: 'passer' } };
      expect(isCounted(stranger, false)).toEqual([false, false]);
      expect(isCounted({ actor: { login: 'passer' }, triggering_actor: { login: 'acme' } }, false)).toEqual([
        false,
        false,
      ]);
      expect(isCounted({ actor: null, triggering_actor: undefined }, false)).toEqual([false, false]);
    });

    it('a failed run is counted if the owner triggered it or the repository is private', () => {
      const owner = { actor: { login: 'Acme' }, triggering_actor: { login: 'acme' } };
      expect(isCounted(owner, false)).toEqual([true, true]);
      expect(isCounted({}, true)).toEqual([true, true]);
    });
  },
);

describe('a run event', () => {
  const readEvent = (more: object, scope = defaultConnectionScope, action = 'completed') => {
    const payload = { action, workflow_run: { ...run, ...more }, repository: { full_name: 'acme/api' } };
    return readRecord('github', { type: 'github.event.workflow_run', payload }, scope);
  };

  it('a run event yields a failure, which the pulled record of the run completes', () => {
    expect(readEvent({}).failures).toMatchObject([
      { externalId: 'acme/api#run/77', title: 'Deploy failed on main', version: '2024-05-01T10:08:59.999Z' },
    ]);
  });

  it('a run event is irrelevant if the workflow is not chosen or the run has not failed', () => {
    expect(readEvent({ name: 'Test', path: '.github/workflows/test.yml' }).outcome).toBe('irrelevant');
    expect(readEvent({}, { ...defaultConnectionScope, workflows: [] }).outcome).toBe('irrelevant');
    expect(readEvent({}, defaultConnectionScope, 'requested').outcome).toBe('irrelevant');
    expect(readEvent({ conclusion: 'success', run_attempt: 2 }).outcome).toBe('irrelevant');
    expect(readEvent({ name: 'Ship' }, { ...defaultConnectionScope, workflows: ['deploy.yml'] }).outcome).toBe(
      'stored',
    );
  });
});
