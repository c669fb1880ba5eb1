import { describe, expect, it } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { createServiceDependencyLookup } from './needed-services.ts';
import { at, createChange, createFailure, routineChanges } from './testing.ts';

const declared = [{ service: 'Cart', dependsOn: 'Payments', detail: 'catalog-info.yaml says so' }];
const pair = (a: string, b: string) => ({
  earlier: createFailure(a, 0, { services: [a] }),
  later: createFailure(b, 0, { services: [b] }),
});

describe('createServiceDependencyLookup', () => {
  it('createServiceDependencyLookup lists the dependencies in a catalogue file', () => {
    const neededBy = createServiceDependencyLookup(declared, []);
    expect(neededBy('Cart')).toEqual([{ service: 'Payments', strength: 1, detail: 'catalog-info.yaml says so' }]);
    expect(neededBy('Payments')).toEqual([]);
  });

  it('createServiceDependencyLookup lists services that failed together repeatedly, with a strength that grows with the number of common failures', () => {
    const strengthAfter = (times: number) =>
      createServiceDependencyLookup([], Array(times).fill(pair('Cart', 'Mail')))('Cart')[0]?.strength ?? 0;
    expect([0, 1, 2, 6].map(strengthAfter)).toEqual([0, 0, 2 / 6, 6 / 10]);
    expect(createServiceDependencyLookup([], Array(2).fill(pair('Cart', 'Mail')))('Mail')).toMatchObject([
      { service: 'Cart' },
    ]);
  });
});

describe('linkFailures, given a change of a service that the affected one depends on', () => {
  const text = 'Errors since the release, refund postings run twice.';
  const incident = createFailure('i1', 0.7, { title: 'Cart red', services: ['Cart'], text, resolvedAt: at(2) });
  const payments = createFailure('i0', -900, { title: 'Payments slow', services: ['Payments'] });
  const merged = createChange('p1', 0.2, { number: 12, title: 'Retry refund postings' });
  const input = {
    failures: [incident, payments],
    changes: [...routineChanges, createChange('k1', -500, { repository: 'acme/cart' }), merged],
    corrections: [],
  };
  const candidateOf = (dependencies: typeof declared) =>
    linkFailures({ ...input, dependencies })
      .changeAssessments.find(({ failureId }) => failureId === 'i1')
      ?.candidates.find(({ changeId }) => changeId === 'p1');

  it('linkFailures scores the change higher if the dependency is declared, and states the dependency as evidence', () => {
    const without = candidateOf([])?.score ?? 0;
    const found = candidateOf(declared);
    expect(found?.score).toBeGreaterThan(without + 0.05);
    expect(found?.evidence.map(({ detail }) => detail)).toContain(
      'Payments runs from acme/payments: catalog-info.yaml says so',
    );
  });

  it('linkFailures scores the change lower than it would score as a change of the affected service itself', () => {
    const own = { ...input, failures: [{ ...incident, services: ['Payments'], title: 'Payments red' }, payments] };
    const score =
      linkFailures(own).changeAssessments.find(({ failureId }) => failureId === 'i1')?.candidates[0]?.score ?? 0;
    expect(score).toBeGreaterThan(candidateOf(declared)?.score ?? 1);
  });
});
