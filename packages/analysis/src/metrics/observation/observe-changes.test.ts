import type { Change } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, createChange, createDeployment, shaOf } from '../../linking/testing.ts';
import { findObservedPeriod } from '../compute-measurements.ts';
import { observeChanges } from './observe-changes.ts';

const day = 24;

function observe(changes: readonly Change[]): string[] {
  return observeChanges({ changes, services: ['Payments'] }).map(({ id }) => id);
}

function merged(name: string, hours: number): Change[] {
  return [createChange(name, hours), createChange(`${name}-commit`, hours, { kind: 'commit', sha: shaOf(name) })];
}

const live = (id: string, hours: number, of = id, given: Partial<Change> = {}) =>
  createDeployment(id, hours, of, { externalId: `acme/payments#deployment/${id}`, ...given });

describe('observeChanges', () => {
  it('observeChanges counts successful and failed deployments to production once per environment', () => {
    const changes = [
      ...merged('p1', 0),
      live('s1', 1, 'p1', { environment: 'staging' }),
      live('d1', 2, 'p1', { environment: 'prod-eu' }),
      live('d2', 2, 'p1', { environment: 'prod-us', succeeded: false }),
      live('d3', 2, 'p1', { environment: 'pr-7' }),
    ];
    expect(observe(changes)).toEqual(['d1', 'd2']);
  });

  it('observeChanges counts deployments to any environment that may serve users if none is called production', () => {
    expect(observe([live('d1', 1, 'a', { environment: 'live' }), live('d2', 2, 'b', { environment: 'qa' })])).toEqual([
      'd1',
    ]);
  });

  it("observeChanges counts a deployment once despite parallel jobs, repeated runs and a pipeline's own report", () => {
    const changes = [
      live('d1', 1, 'a'),
      live('d2', 1.01, 'a'),
      live('d3', 3, 'a'),
      createDeployment('e1', 1, 'a', { externalId: 'change_event/1' }),
    ];
    expect(observe(changes)).toEqual(['d1', 'd3']);
    expect(observe(changes.slice(3))).toEqual(['e1']);
    const url = 'https://github.com/acme/payments/actions/runs/5/job/1';
    expect(observe([live('d1', 1, 'a', { url }), live('d2', 2, 'a', { url })])).toEqual(['d1']);
  });

  it('observeChanges counts merged pull requests once, without their commits, if deployments are unknown', () => {
    expect(observe([...merged('p1', 0), ...merged('p2', 1), createChange('p3', 2, { base: 'next' })])).toEqual([
      'p1',
      'p2',
    ]);
  });

  it('observeChanges counts commits if neither deployments nor pull requests are known', () => {
    const commits = ['a', 'b'].map((id, hours) => createChange(id, hours, { kind: 'commit' }));
    expect(observe(commits)).toEqual(['a', 'b']);
  });

  it('observeChanges counts one kind of change for the whole time if that kind covers half of the months', () => {
    const months = [0, 35, 70, 105].flatMap((days) => merged(`p${days}`, days * day));
    expect(observe([...months, live('d1', 105 * day + 1, 'p105')])).toEqual(['p0', 'p35', 'p70', 'p105']);
    expect(observe([...months, live('d1', 70 * day, 'p70'), live('d2', 105 * day + 1, 'p105')])).toEqual(['d1', 'd2']);
    const pushes = [0, 35, 70].map((days) => createChange(`c${days}`, days * day, { kind: 'commit' }));
    expect(observe([...pushes, ...merged('p', 70 * day)])).toEqual(['c0', 'c35', 'c70', 'p']);
  });

  it("observeChanges takes a deployment's paths from its commit and its services from the catalogue", () => {
    const pair = { service: 'Cart', path: 'cart', repository: 'acme/payments', environment: null } as const;
    const commit = createChange('p1', 0, { paths: ['cart/a.ts'] });
    const input = { changes: [commit, live('d1', 1, 'p1'), live('d2', 2, 'p2')], services: [] };
    expect(observeChanges({ ...input, catalogue: [{ ...pair, status: 'confirmed' }] })).toMatchObject([
      { id: 'd1', repository: 'acme/payments', environment: 'production', services: ['Cart'], paths: ['cart/a.ts'] },
      { id: 'd2', services: ['Cart'], paths: [] },
    ]);
  });

  it('observeChanges lists each change once, for any order of the input', () => {
    const some = [
      ...merged('p1', 0),
      ...merged('p2', 800),
      live('d1', 1, 'p1'),
      live('d2', 1, 'p1'),
      createChange('c', 5, { kind: 'commit', parents: [shaOf('p1')] }),
      createChange('x', 5, { repository: 'acme/mail', kind: 'commit' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(some), (part) => {
        const sorted = [...part].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(observe(part)).toEqual(observe(sorted));
        expect(new Set(observe(part)).size).toBe(observe(part).length);
      }),
    );
  });
});

describe('findObservedPeriod', () => {
  it('findObservedPeriod begins the observed period with the first known change or failure', () => {
    expect(findObservedPeriod([at(5), at(2), at(7)], at(9))).toEqual({
      from: at(2),
      until: at(9),
    });
    expect(findObservedPeriod([], at(9))).toEqual({ from: at(9), until: at(9) });
    expect(findObservedPeriod([at(12)], at(9))).toEqual({ from: at(9), until: at(9) });
  });
});
