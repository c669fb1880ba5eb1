import { describe, expect, it } from 'vitest';
import { assessCause } from './assess-cause.ts';
import type { LinkedChange } from './cause-assessment-input.ts';
import { causeLexicon } from './cause-lexicon.ts';
import { inferCausesFromSteps } from './step-signals.ts';
import { triggerLexicon } from './trigger-lexicon.ts';

const plain = { title: 'Checkout answers 502', text: '' };
const change: LinkedChange = {
  relation: 'caused_by',
  kind: 'merged_pull_request',
  title: 'Tune the proxy',
  paths: ['charts/proxy/values.yaml'],
  score: 0.9,
};

describe('signals of failed steps', () => {
  it.each([
    ['Job: deploy, step: Run database migrations', 'data'],
    ['Job: deploy, step: terraform apply', 'configuration'],
    ['Job: ci, step: Run npm ci', 'dependency'],
    ['Job: ci, step: Integration tests', 'code_defect'],
    ['Job: ci, step: Log in to the registry', 'security_access'],
    ['Job: ci, step: Set up job', 'infrastructure'],
  ])('the failed step "%s" indicates %s', (text, cause) => {
    expect(inferCausesFromSteps(`on main\n${text}`)[0]?.cause).toBe(cause);
    expect(assessCause({ title: 'Deploy failed', text, kind: 'failed_deployment' })).toMatchObject({
      cause,
      trigger: 'deployment',
    });
  });

  it('failed steps are signals only in failed deployments', () => {
    const text = 'Job: deploy, step: terraform apply';
    expect(inferCausesFromSteps('The job: deploy, step: terraform apply is next')).toEqual([]);
    expect(assessCause({ title: 'Odd', text, kind: 'incident' }).causes[0]?.confidence ?? 0).toBeLessThan(
      assessCause({ title: 'Odd', text, kind: 'failed_deployment' }).causes[0]?.confidence ?? 0,
    );
  });

  it('inferCausesFromSteps takes less than a second for 20,000 steps', () => {
    const text = 'Job: a, step: b, step: '.repeat(20_000);
    const start = process.cpuUsage();
    inferCausesFromSteps(text);
    inferCausesFromSteps('Job: a, step: b\n'.repeat(20_000));
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });
});

describe('signals of linked changes', () => {
  it('the files of a causing change indicate the cause', () => {
    expect(assessCause(plain).cause).toBe('unknown');
    const { cause, trigger, evidence } = assessCause({ ...plain, changes: [change] });
    expect({ cause, trigger }).toEqual({ cause: 'configuration', trigger: 'config_push' });
    expect(evidence).toContain('charts/proxy/values.yaml');
  });

  it('the signals of a linked change count more if the link has a higher score', () => {
    const probability = (score: number) =>
      assessCause({ ...plain, changes: [{ ...change, score }] }).causes.find(({ cause }) => cause === 'configuration')
        ?.confidence ?? 0;
    expect(probability(0.9)).toBeGreaterThan(probability(0.4));
  });

  it('a revert that resolved the failure indicates a deployment as the trigger, but any other fix does not', () => {
    const ending: LinkedChange = { ...change, relation: 'resolved_by', paths: ['src/a.ts'], score: 1 };
    expect(assessCause({ ...plain, changes: [{ ...ending, title: 'Revert "Tune the proxy"' }] })).toMatchObject({
      cause: 'code_defect',
      trigger: 'deployment',
    });
    expect(assessCause({ ...plain, changes: [ending] }).trigger).toBe('unknown');
  });
});

it('the lexicons do not match the words that replace names of people', () => {
  const phrases = [causeLexicon, triggerLexicon].flatMap((lexicon) =>
    Object.values(lexicon).flatMap((byWeight) => Object.values(byWeight ?? {}).flat()),
  );
  expect(phrases.length).toBeGreaterThan(300);
  const placeholders = [
    'someone',
    'author',
    'committer',
    'reviewer',
    'assignee',
    'reporter',
    'responder 1',
    '[erased]',
  ];
  const speaking = phrases.filter((phrase) => {
    const whole = new RegExp(`\\b(?:${phrase})\\b`, 'iu');
    return placeholders.some((placeholder) => whole.test(placeholder));
  });
  expect(speaking).toEqual([]);
});
