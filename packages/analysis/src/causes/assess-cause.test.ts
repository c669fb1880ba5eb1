import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mechanisms } from '../mechanisms/library/all.ts';
import { assessCause } from './assess-cause.ts';

describe('assessCause', () => {
  it.each([
    ['TLS certificate expired on the edge', 'Nobody had renewed it.', 'expiry_time', 'time'],
    [
      'Checkout down',
      'Root cause: a wrong value in the load balancer configuration, pushed at noon.',
      'configuration',
      'config_push',
    ],
    [
      'API slow',
      'A surge in traffic exhausted the connection pool and the hosts ran out of memory.',
      'capacity',
      'traffic',
    ],
    ['Zone lost', 'Utility power failed and the generators did not start.', 'infrastructure', 'hardware'],
    [
      'Emails late',
      'The incident was caused by an outage of our third-party provider.',
      'dependency',
      'dependency_change',
    ],
    ['Orders missing', 'A schema migration dropped a column and left corrupted rows.', 'data', 'deployment'],
    [
      'Login fails',
      'The IAM policy was changed and gave permission denied for the service account.',
      'security_access',
      'unknown',
    ],
    [
      '500s after release',
      'Caused by a null pointer bug in the new version deployed this morning.',
      'code_defect',
      'deployment',
    ],
    [
      'Database gone',
      'An engineer accidentally ran the cleanup in the wrong environment; the runbook was missing a step.',
      'process',
      'maintenance',
    ],
  ])('assesses "%s: %s" as %s, triggered by %s', (title, text, cause, trigger) => {
    const assessment = assessCause({ title, text });
    expect(assessment.cause).toBe(cause);
    if (trigger !== 'unknown') expect(assessment.trigger).toBe(trigger);
    expect(assessment.evidence.length).toBeGreaterThan(0);
  });

  it('returns unknown if a failure has no signals', () => {
    expect(assessCause({ title: 'Elevated errors', text: 'Some users saw errors for ten minutes.' })).toEqual({
      cause: 'unknown',
      trigger: 'unknown',
      confidence: 0,
      evidence: [],
      causes: [],
      triggers: [],
    });
  });

  it('ignores a cause that the text negates', () => {
    const text = 'This was not a configuration change. Root cause: a memory leak in the new release.';
    expect(assessCause({ title: 'Workers restart', text }).cause).toBe('code_defect');
  });

  it('weighs the stated root cause more than the affected components', () => {
    const text =
      'The database, the cache and the queue were slow. Database users saw errors. Root cause: the disk was full.';
    expect(assessCause({ title: 'Database slow', text }).cause).toBe('capacity');
  });

  it('uses the kind and the paths of a failure as signals', () => {
    const document = { title: 'Deployment of abc failed', text: '' };
    expect(assessCause({ ...document, kind: 'failed_deployment' }).trigger).toBe('deployment');
    expect(assessCause({ ...document, kind: 'failed_deployment', paths: ['charts/api/values.yaml'] }).cause).toBe(
      'configuration',
    );
    expect(
      assessCause({ title: 'Revert "Bump x"', text: '', kind: 'reverted_change', paths: ['yarn.lock'] }).cause,
    ).toBe('dependency');
  });

  it('returns a confidence from 0 to 1, and words of the text and names of mechanisms as evidence', () => {
    const names = new Set(mechanisms.map(({ name }) => name));
    fc.assert(
      fc.property(
        fc.string(),
        fc.lorem({ maxCount: 40 }),
        fc.constantFrom('config push', 'disk full', 'expired', ''),
        (title, text, phrase) => {
          const whole = `${text} ${phrase}`;
          const { confidence, evidence } = assessCause({ title, text: whole });
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const word of evidence.filter((one) => !names.has(one)))
            expect(`${title} ${whole}`.toLowerCase()).toContain(word);
        },
      ),
    );
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['almost a phrase', 'change in the the the '.repeat(50_000)],
    ['full stops', '. '.repeat(500_000)],
    ['plurals', 'customers may '.repeat(80_000)],
  ])('handles a megabyte of %s within two seconds', (_, text) => {
    const start = process.cpuUsage();
    assessCause({ title: text, text });
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
  });
});
