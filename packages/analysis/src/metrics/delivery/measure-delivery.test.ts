import { type Change, DeliveryMetrics, type Failure, type Link } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, createChange, createDeployment, createFailure, createRevert, shaOf } from '../../linking/testing.ts';
import { estimateShareWithInterval } from './describe-delivery.ts';
import { measureDelivery } from './measure-delivery.ts';

const day = 24;
const period = { from: at(0), until: at(70 * day) };

function live(name: string, hours: number, given: Partial<Change> = {}): Change {
  return createDeployment(name, hours, name, { externalId: `acme/payments#deployment/${name}`, ...given });
}

function link(type: Link['type'], failureId: string, targetId: string, given: Partial<Link> = {}): Link {
  return { type, failureId, targetId, score: 0.9, evidence: [], status: 'suggested', ...given };
}

/** Returns one deployment per day, of `V1` on the first day, `V2` on the second, and so on. */
function line(count: number): Change[] {
  return Array.from({ length: count }, (_, place) => {
    const commit = createChange(`commit-V${place + 1}`, place * day, {
      kind: 'commit',
      sha: shaOf(`V${place + 1}`),
      parents: place === 0 ? [] : [shaOf(`V${place}`)],
    });
    return [commit, live(`V${place + 1}`, place * day + 6)];
  }).flat();
}

function measure(changes: readonly Change[], failures: readonly Failure[] = [], links: readonly Link[] = []) {
  return measureDelivery({ changes, failures, links }, period).organisation;
}

describe('measureDelivery: change fail rate', () => {
  const changes = line(20);

  it('measureDelivery counts a failed deployment once, however many incidents it caused', () => {
    const failures = Array.from({ length: 30 }, (_, place) =>
      createFailure(`i${place}`, 7 + place, { resolvedAt: at(50) }),
    );
    const links = failures.map(({ id }) => link('caused_by', id, 'V1'));
    expect(measure(changes, failures, links).changeFailRate.value).toMatchObject({
      count: 1,
      deployments: 20,
      value: 0.05,
      reasons: { incident: 1, rollback: 0, revert: 0 },
    });
  });

  it('measureDelivery assigns an incident to the first deployment of the linked change if that deployment preceded the incident', () => {
    const incident = createFailure('i', 8 * day + 8, { resolvedAt: at(8 * day + 9) });
    expect(measure(changes, [incident], [link('caused_by', 'i', 'commit-V9')]).changeFailRate.value?.count).toBe(1);
    expect(measure(changes, [incident], [link('caused_by', 'i', 'commit-V10')]).changeFailRate.value?.count).toBe(0);
  });

  it('measureDelivery assigns an incident without a time of day to a deployment of that day, with an unknown recovery time', () => {
    const incident = createFailure('i', 8 * day, { precision: 'day' });
    expect(incident.resolvedAt).toBeNull();
    const figures = measure(changes, [incident], [link('caused_by', 'i', 'commit-V9')]);
    expect(figures.changeFailRate.value?.count).toBe(1);
    expect(figures.failedDeploymentRecoveryTime.value).toMatchObject({ open: 0, unknown: 1 });
  });

  it('measureDelivery counts no duplicates, dismissed failures or rejected links', () => {
    const failures = [
      createFailure('original', 8, { resolvedAt: at(9) }),
      createFailure('twin', day + 8, { duplicateOf: 'original' }),
      createFailure('drill', 2 * day + 8, { isFailure: false }),
      createFailure('other', 3 * day + 8),
    ];
    const links = [
      link('caused_by', 'original', 'V1'),
      link('caused_by', 'twin', 'V2'),
      link('caused_by', 'drill', 'V3'),
      link('caused_by', 'other', 'V4', { status: 'rejected' }),
    ];
    expect(measure(changes, failures, links).changeFailRate.value?.count).toBe(1);
  });

  it('measureDelivery counts rollbacks and reverts within a week as failed deployments, but not later reverts or unsuccessful deployments', () => {
    const back = live('V4-again', 4 * day, { sha: shaOf('V4') });
    const broken = live('broken', 5 * day, { succeeded: false });
    const failures = [
      createFailure('rolled', 4 * day - 18, {
        kind: 'failed_deployment',
        externalId: 'acme/payments#deployment/V4/rolled-back',
        repository: 'acme/payments',
        resolvedAt: at(4 * day),
      }),
      createFailure('broken', 5 * day, {
        kind: 'failed_deployment',
        externalId: broken.externalId,
        repository: 'acme/payments',
      }),
      createRevert('V7', 'V9', 8 * day),
      createRevert('V8', 'V17', 16 * day),
    ];
    const links = [
      link('caused_by', 'broken', 'broken'),
      link('shipped_by', 'V9-revert', 'V7'),
      link('shipped_by', 'V17-revert', 'V8'),
    ];
    const figures = measure([...changes, back, broken], failures, links);
    expect(figures.changeFailRate.value).toMatchObject({ count: 2, reasons: { incident: 0, rollback: 1, revert: 1 } });
    expect(figures.deploymentFrequency.value).toMatchObject({ deployments: 21, attemptsFailed: 1 });
  });

  it('measureDelivery estimates the Clopper–Pearson interval of the change fail rate', () => {
    // Expected values from scipy 1.15: beta.ppf.
    expect(estimateShareWithInterval(3, 20).low).toBeCloseTo(0.0320709371854637, 9);
    expect(estimateShareWithInterval(3, 20).high).toBeCloseTo(0.37892682654531396, 9);
    expect(estimateShareWithInterval(0, 10)).toMatchObject({ value: 0, low: 0 });
    expect(estimateShareWithInterval(0, 10).high).toBeCloseTo(0.3084971078187607, 9);
    expect(estimateShareWithInterval(20, 20)).toMatchObject({ value: 1, high: 1 });
  });
});

describe('measureDelivery: other metrics', () => {
  it('measureDelivery measures recovery until the last incident of a deployment is resolved, and counts unresolved ones as open', () => {
    const failures = [
      createFailure('a', 8, { resolvedAt: at(10) }),
      createFailure('b', 9, { resolvedAt: at(14) }),
      createFailure('c', 2 * day + 8),
    ];
    const links = [link('caused_by', 'a', 'V1'), link('caused_by', 'b', 'V1'), link('caused_by', 'c', 'V3')];
    const recovery = measure(line(20), failures, links).failedDeploymentRecoveryTime.value;
    expect(recovery).toMatchObject({
      completed: 1,
      open: 1,
      median: { value: 6 },
      ninetiethPercentile: { value: null },
    });
  });

  it('measureDelivery counts fixes of incidents, reverts and hotfixes as rework, but not the retry of a deployment', () => {
    const hotfix = createChange('h', 11 * day + 1, { sha: shaOf('V12'), branch: 'hotfix/cart', number: 7 });
    const changes = [...line(20), hotfix];
    const failures = [
      createFailure('i', 2 * day + 8, { resolvedAt: at(4 * day + 7) }),
      createFailure('x', 6 * day, { kind: 'failed_deployment', externalId: 'acme/payments#deployment/x' }),
      createRevert('V15', 'V16', 15 * day),
    ];
    const links = [
      link('resolved_by', 'i', 'commit-V5'),
      link('resolved_by', 'x', 'V8'),
      link('shipped_by', 'V16-revert', 'V15'),
    ];
    expect(measure(changes, failures, links).deploymentReworkRate.value).toMatchObject({
      count: 3,
      deployments: 20,
      reasons: { rollback: 0, revert: 1, fix: 1, hotfix: 1 },
    });
  });

  it('measureDelivery measures lead time from each commit to the first deployment that contains it', () => {
    // The commits V2 and V3 are deployed together, two days and one day after they were made.
    const changes = line(4).filter(({ id }) => id !== 'V2');
    const leadTime = measure(changes, []).changeLeadTime.value;
    expect(leadTime).toMatchObject({ completed: 4, median: { value: 6 } });
    expect(leadTime?.histogram.filter(({ count }) => count > 0).map(({ from, count }) => [from, count])).toEqual([
      [3, 3],
      [24, 1],
    ]);
  });

  it('measureDelivery returns a reason in place of metrics if no deployments or no failures are known', () => {
    const nothing = measure([createChange('p', 1)], [createFailure('i', 2)]);
    for (const { value, missing, definition } of Object.values(nothing)) {
      expect(value).toBeNull();
      expect(missing).toBe('No deployment to production is known in this time.');
      expect(definition).toContain('DORA');
    }
    const silent = measure(line(3));
    expect(silent.changeFailRate).toMatchObject({ value: null, missing: expect.stringContaining('No failure') });
    expect(silent.deploymentFrequency.value?.deployments).toBe(3);
  });

  it('measureDelivery returns the same valid metrics per repository for any order of the input', () => {
    const staging = live('s', 3, { environment: 'staging' });
    const other = live('web', 30, {
      repository: 'acme/web',
      externalId: 'acme/web#deployment/1',
      environment: 'prod-eu',
    });
    const changes = [...line(6), staging, other];
    const failures = [createFailure('i', 8, { resolvedAt: at(9) })];
    const links = [link('caused_by', 'i', 'V1')];
    const expected = measureDelivery({ changes, failures, links }, period);
    expect(DeliveryMetrics.parse(expected)).toEqual(expected);
    expect(expected.environments).toEqual(['prod-eu', 'production']);
    expect(expected.repositories.map(({ repository }) => repository)).toEqual(['acme/payments', 'acme/web']);
    fc.assert(
      fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (shuffled) => {
        expect(measureDelivery({ changes: shuffled, failures, links }, period)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
