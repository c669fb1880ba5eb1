import { AppError, ChangeDraft, FailureDraft } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';

const { readRecord } = providers;

const at = '2024-05-01T10:00:00Z';
const run = { id: 1, name: 'Deploy', conclusion: 'failure', run_attempt: 2, created_at: at, updated_at: at };
const job = {
  id: 5,
  name: 'deploy',
  conclusion: 'failure',
  run_attempt: 1,
  completed_at: at,
  steps: [{ name: 'x', conclusion: 'failure' }],
};
const annotations = [{ path: 'a', annotation_level: 'failure', message: 'b' }];
const issue = {
  number: 7,
  title: 'Down',
  body: 'b',
  labels: [{ name: 'incident' }],
  state: 'closed',
  created_at: at,
  updated_at: at,
};
const commit = { author: { name: 'Jo Doe', date: at }, committer: { date: at } };
const repository = { full_name: 'acme/api' };
const deployment = { id: 4, sha: 'c'.repeat(40), environment: 'production', created_at: at };
const status = { id: 1, state: 'failure', created_at: at, log_url: 'https://github.com/acme/api/actions/runs/1' };

const payloads: Readonly<Record<string, unknown>> = {
  'github.workflow_run': { repository: 'acme/api', run, jobs: [{ job, annotations }], logs: { 5: '##[error]x' } },
  'github.event.workflow_run': { action: 'completed', workflow_run: run, workflow: { path: 'x' }, repository },
  'github.issue': {
    repository: 'acme/api',
    issue,
    comments: [{ body: 'c', user: { login: 'jo' }, created_at: at }],
    events: [],
  },
  'github.event.issues': { action: 'unlabeled', issue, label: { name: 'incident' }, repository },
  'github.event.issue_comment': { action: 'created', issue, comment: { body: 'c', created_at: at }, repository },
  'github.file': {
    repository: 'acme/docs',
    path: 'a.md',
    sha: 'b',
    url: null,
    content: '---\ntitle: x\n---\nText',
    commits: { first: commit, last: commit },
  },
  'github.deployment': { repository: 'acme/api', deployment, statuses: [status] },
  'github.event.deployment_status': { deployment, deployment_status: status, repository, workflow_run: null },
};

/** Returns a copy of a JSON value in which the part at the path `steps` is replaced. */
function replaceAt(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const replaced = { ...value, [key]: replaceAt(value[key as keyof typeof value], others, by) };
  return Array.isArray(value) ? Object.values(replaced) : replaced;
}

describe('a malformed payload', () => {
  it.each(Object.entries(payloads))('an unchanged payload of %s is read', (type, payload) => {
    expect(readRecord('github', { type, payload }).outcome).toBe('stored');
  });

  it.each(Object.entries(payloads))('a malformed payload of %s yields drafts or an AppError', (type, payload) => {
    const step = fc.array(fc.nat(20), { maxLength: 5 });
    const change = fc.tuple(step, fc.oneof(fc.jsonValue(), fc.constantFrom('', at, 'not a date', [], {}, null)));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const mutated = changes.reduce<unknown>((value, [steps, by]) => replaceAt(value, steps, by), payload);
        try {
          const { failures, changes: found } = readRecord('github', { type, payload: mutated });
          FailureDraft.array().parse(failures);
          ChangeDraft.array().parse(found);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
          expect((thrown as AppError).code).toBe('invalid_input');
        }
      }),
      { numRuns: 500 },
    );
  });
});
