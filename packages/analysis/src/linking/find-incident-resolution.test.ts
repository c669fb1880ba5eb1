import type { Change, Failure } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createDeployment, createFailure, routineChanges } from './testing.ts';

const incident = createFailure('i1', 1, { title: 'Payments red', services: ['Payments'], resolvedAt: at(3) });
const first = createChange('old', -600);

function endOf(changes: readonly Change[], overrides: Partial<Failure> = {}) {
  const input = {
    failures: [{ ...incident, ...overrides }],
    changes: [...routineChanges, first, ...changes],
    corrections: [],
  };
  return linkFailures(input).links.find(({ type }) => type === 'resolved_by') ?? null;
}

describe('linkFailures, given a change near the resolution of an incident', () => {
  it('linkFailures finds a resolving change made right before the resolution in a quiet repository of the service', () => {
    const link = endOf([createChange('fix', 2.8, { number: 31, title: 'Fix: fees of empty carts' })]);
    expect(link).toMatchObject({ targetId: 'fix' });
    expect(link?.evidence.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        '12 min before the resolution',
        'acme/payments belongs to the service',
        'a repair by its title: Fix: fees of empty carts',
      ]),
    );
  });

  it('linkFailures finds no resolving change in a busy repository by time alone', () => {
    const busy = Array.from({ length: 80 }, (_, index) => createChange(`busy${index}`, 2.9 - index * 0.5));
    expect(endOf(busy)).toBeNull();
  });

  it('linkFailures finds the resolving change that the incident names, in any repository', () => {
    const elsewhere = createChange('fix', 2.5, { repository: 'acme/rules', number: 5 });
    expect(endOf([elsewhere])).toBeNull();
    expect(endOf([elsewhere], { text: 'fixed by rules#5' })).toMatchObject({ targetId: 'fix' });
  });

  it('linkFailures finds a resolving change in another repository if the change names the service', () => {
    const elsewhere = createChange('fix', 2.8, {
      repository: 'acme/rules',
      title: 'Fix hosts',
      paths: ['hosts/payments.yaml'],
    });
    expect(endOf([elsewhere])).toMatchObject({ targetId: 'fix' });
  });

  it('linkFailures does not consider a change that landed before the incident as the resolution', () => {
    expect(endOf([createChange('p', 0), createDeployment('d', 2.8, 'p')])).toBeNull();
  });

  it('linkFailures considers the deployment of an older commit as the resolution', () => {
    const changes = [createChange('p', -30), createDeployment('d1', -30, 'p'), createDeployment('d2', 2.8, 'p')];
    expect(endOf(changes)).toMatchObject({ targetId: 'p' });
  });

  it('linkFailures does not consider a failed deployment as the resolution', () => {
    expect(endOf([createDeployment('d1', 2.8, 'p', { succeeded: false })])).toBeNull();
  });
});
