import type { Change, Failure } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { at, change, deployment, failure, routineChanges } from './testing.ts';

const incident = failure('i1', 1, { title: 'Payments red', services: ['Payments'], resolvedAt: at(3) });
const first = change('old', -600);

function endOf(changes: readonly Change[], overrides: Partial<Failure> = {}) {
  const input = {
    failures: [{ ...incident, ...overrides }],
    changes: [...routineChanges, first, ...changes],
    corrections: [],
  };
  return linkFailures(input).links.find(({ type }) => type === 'resolved_by') ?? null;
}

describe('findEnd', () => {
  it("finds the change in the service's quiet repository right before the resolution", () => {
    const link = endOf([change('fix', 2.8, { number: 31, title: 'Fix: fees of empty carts' })]);
    expect(link).toMatchObject({ targetId: 'fix' });
    expect(link?.evidence.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        '12 min before the resolution',
        'acme/payments belongs to the service',
        'a repair by its title: Fix: fees of empty carts',
      ]),
    );
  });

  it('finds no resolving change in a busy repository by time alone', () => {
    const busy = Array.from({ length: 80 }, (_, index) => change(`busy${index}`, 2.9 - index * 0.5));
    expect(endOf(busy)).toBeNull();
  });

  it('finds the resolving change that the incident names, in any repository', () => {
    const elsewhere = change('fix', 2.5, { repository: 'acme/rules', number: 5 });
    expect(endOf([elsewhere])).toBeNull();
    expect(endOf([elsewhere], { text: 'fixed by rules#5' })).toMatchObject({ targetId: 'fix' });
  });

  it('finds a resolving change in another repository if the change names the service', () => {
    const elsewhere = change('fix', 2.8, {
      repository: 'acme/rules',
      title: 'Fix hosts',
      paths: ['hosts/payments.yaml'],
    });
    expect(endOf([elsewhere])).toMatchObject({ targetId: 'fix' });
  });

  it('does not consider a change that landed before the incident as the resolution', () => {
    expect(endOf([change('p', 0), deployment('d', 2.8, 'p')])).toBeNull();
  });

  it('finds the deployment of an older commit as a rollback', () => {
    const changes = [change('p', -30), deployment('d1', -30, 'p'), deployment('d2', 2.8, 'p')];
    expect(endOf(changes)).toMatchObject({ targetId: 'p' });
  });

  it('does not consider a failed deployment as the resolution', () => {
    expect(endOf([deployment('d1', 2.8, 'p', { succeeded: false })])).toBeNull();
  });
});
