import type { Correction } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRetriedFailures } from './find-retried-failures.ts';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createDeployment, createFailure, routineChanges, shaOf as sha } from './testing.ts';

const decided = (id: string, decision: Correction['decision']): Correction => ({ id, decision, decidedAt: at(0) });

const badMerge = createChange('p1', 0, { number: 12, title: 'Retry card charges in the ledger writer' });
const badDeployment = createDeployment('d1', 0.2, 'p1');
const revertCommit = createChange('r1', 1.5, {
  kind: 'commit',
  title: 'Revert "Retry card charges in the ledger writer"',
});
const incident = createFailure('i1', 0.5, {
  title: 'Payments: card charges doubled in ledger',
  services: ['Payments'],
  resolvedAt: at(1.6),
});
const revert = createFailure('v1', 1.5, {
  kind: 'reverted_change',
  externalId: `acme/payments@${sha('r1')}`,
  repository: 'acme/payments',
  title: 'Revert "Retry card charges in the ledger writer"',
  sha: sha('p1'),
});
const failedDeployment = createFailure('f1', 0.25, {
  kind: 'failed_deployment',
  externalId: 'acme/payments#deployment/9',
  repository: 'acme/payments',
  environment: 'production',
  sha: sha('p1'),
});
const world = {
  failures: [incident, revert, failedDeployment],
  changes: [...routineChanges, badMerge, badDeployment, revertCommit],
  corrections: [],
};

describe('linkFailures: caused_by', () => {
  const causesOf = (input: Parameters<typeof linkFailures>[0], id = 'i1') =>
    linkFailures(input).links.filter((link) => link.type === 'caused_by' && link.failureId === id);

  it('linkFailures links an incident to the reverted change of the service, with evidence', () => {
    const [link] = causesOf(world);
    expect(link).toMatchObject({ targetId: 'p1', status: 'suggested' });
    expect(link?.score).toBeGreaterThan(0.8);
    expect(link?.evidence.map(({ signal }) => signal)).toEqual(
      expect.arrayContaining(['time', 'service', 'sha', 'words']),
    );
    expect(link?.evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(link?.score ?? 0, 1);
  });

  it('linkFailures links a reverted change and a failed deployment to their own commit', () => {
    expect(causesOf(world, 'v1')).toMatchObject([{ targetId: 'p1' }]);
    expect(causesOf(world, 'f1')).toMatchObject([{ targetId: 'p1' }]);
  });

  it("linkFailures finds a deployment's commit by an abbreviated sha", () => {
    const event = createDeployment('e1', 0.3, 'p1', { sha: sha('p1').slice(0, 9), externalId: 'change_event/1' });
    const { links } = linkFailures({ ...world, changes: [...world.changes, event] });
    const found = links
      .filter(({ type }) => type === 'caused_by')
      .map(({ failureId, targetId }) => [failureId, targetId]);
    expect(found).toEqual([
      ['f1', 'p1'],
      ['i1', 'p1'],
      ['v1', 'p1'],
    ]);
  });

  it.each([
    ['on another service', { services: ['Mail'], title: 'Mail queue stuck' }],
    ['days after the change', { occurredAt: at(60) }],
    ['before the change', { occurredAt: at(-2) }],
    [
      'with another stated reason',
      { title: 'Payments certificate expired', text: 'TLS certificate expired overnight.', occurredAt: at(6) },
    ],
  ])('linkFailures suggests no cause for an incident %s', (_, overrides) => {
    expect(causesOf({ ...world, failures: [{ ...incident, ...overrides, resolvedAt: null }] })).toEqual([]);
  });

  it.each([
    ['sha', `Bad commit ${sha('p1').slice(0, 10)}`],
    ['owner, name and number', 'Caused by acme/payments#12'],
    ['URL', 'See https://github.com/acme/payments/pull/12'],
  ])('linkFailures finds a change that the text names by %s', (_, text) => {
    const far = createFailure('i1', 30, { title: 'Totals are off', services: ['Reports'], text });
    expect(causesOf({ ...world, failures: [far] })).toMatchObject([{ targetId: 'p1' }]);
  });

  it('linkFailures treats a bare `#12` as a reference to a change only if the text calls it a change', () => {
    const near = (text: string) => createFailure('i1', 30, { title: 'Totals are off', services: ['Payments'], text });
    const bare = causesOf({ ...world, failures: [near('Broke with PR #12')] });
    expect(bare).toMatchObject([{ targetId: 'p1' }]);
    expect(causesOf({ ...world, failures: [near('Worker #12 restarts in a loop')] })).toEqual([]);
  });
});

describe('linkFailures: resolved_by', () => {
  it('linkFailures links a failed deployment and an incident to the revert of the causing change', () => {
    const links = linkFailures(world).links.filter(({ type }) => type === 'resolved_by');
    expect(links).toMatchObject([
      { failureId: 'f1', targetId: 'r1' },
      { failureId: 'i1', targetId: 'r1' },
      { failureId: 'v1', targetId: 'r1' },
    ]);
  });

  it('linkFailures links a failed deployment to the next successful one', () => {
    const changes = [
      ...world.changes,
      createDeployment('d2', 3, 'p2'),
      createDeployment('d3', 4, 'p3'),
      createDeployment('d4', 2, 'p4', { environment: 'staging' }),
    ];
    const links = linkFailures({ failures: [failedDeployment], changes, corrections: [] }).links;
    expect(links.filter(({ type }) => type === 'resolved_by')).toMatchObject([{ failureId: 'f1', targetId: 'd2' }]);
  });

  it('linkFailures links a failed deployment to its own change if the same commit is deployed again', () => {
    const changes = [...world.changes, createDeployment('d2', 3, 'p1'), createDeployment('d3', 4, 'p2')];
    const { links } = linkFailures({ failures: [failedDeployment], changes, corrections: [] });
    expect(links).toMatchObject([
      { type: 'caused_by', targetId: 'p1' },
      { type: 'resolved_by', targetId: 'p1', score: 0.95 },
    ]);
    expect(findRetriedFailures(links)).toEqual(new Set(['f1']));
  });

  it('linkFailures links a failed deployment to its own change if its run succeeded without a new deployment', () => {
    const repeated = { ...failedDeployment, resolvedAt: at(3) };
    const { links } = linkFailures({ failures: [repeated], changes: world.changes, corrections: [] });
    expect(links.filter(({ type }) => type === 'resolved_by')).toMatchObject([{ targetId: 'p1', score: 0.95 }]);
  });

  it('linkFailures links a rolled-back deployment to the rollback, even if other deployments succeeded before', () => {
    const rolledBack = { ...failedDeployment, externalId: 'acme/payments#deployment/9/rolled-back', resolvedAt: at(3) };
    const changes = [
      ...world.changes,
      createChange('c0', -40, { kind: 'commit' }),
      createDeployment('d-40', -39, 'c0'),
      createDeployment('d-next', 1, 'other'),
      createDeployment('d-back', 3, 'c0'),
      createDeployment('d-staging', 3, 'c0', { environment: 'staging' }),
    ];
    const { links } = linkFailures({ failures: [rolledBack], changes, corrections: [] });
    expect(links.filter(({ type }) => type === 'resolved_by')).toMatchObject([{ targetId: 'd-back', score: 0.95 }]);
    expect(links.filter(({ type }) => type === 'caused_by')).toMatchObject([{ targetId: 'p1' }]);
  });

  it('linkFailures finds no resolution while the incident is open', () => {
    const links = linkFailures({ ...world, failures: [{ ...incident, resolvedAt: null }] }).links;
    expect(links.filter(({ type }) => type === 'resolved_by')).toEqual([]);
  });
});

describe('linkFailures: episodes', () => {
  it('linkFailures joins a failed deployment, the incident that followed and the revert', () => {
    const { episodes } = linkFailures(world);
    expect(episodes).toEqual([{ id: 'f1', failureIds: ['f1', 'i1', 'v1'] }]);
  });

  it('linkFailures joins incidents of one service within minutes, and repeated alerts within an hour', () => {
    const failures = [
      createFailure('a', 0, { services: ['Mail'], title: 'Queue depth 900' }),
      createFailure('b', 0.1, { services: ['Mail'], title: 'Latency high' }),
      createFailure('c', 0.9, { services: ['Mail'], title: 'Queue depth 1200' }),
      createFailure('d', 5, { services: ['Mail'], title: 'Queue depth 950' }),
      createFailure('e', 0.05, { services: ['Search'], title: 'Index stale' }),
    ];
    expect(
      linkFailures({ failures, changes: [], corrections: [] }).episodes.map(({ failureIds }) => failureIds),
    ).toEqual([['a', 'b', 'c'], ['e'], ['d']]);
  });

  it('linkFailures joins failed deployments until the next successful one', () => {
    const failed = (id: string, hours: number) =>
      createFailure(id, hours, {
        kind: 'failed_deployment',
        repository: 'acme/payments',
        environment: 'production',
        sha: sha(id),
      });
    const failures = [failed('x', 0), failed('y', 1), failed('z', 3)];
    const changes = [
      createChange('x', -1),
      createChange('y', 0.5),
      createChange('z', 2.5),
      createDeployment('ok', 2, 'q'),
    ];
    expect(linkFailures({ failures, changes, corrections: [] }).episodes.map(({ failureIds }) => failureIds)).toEqual([
      ['x', 'y'],
      ['z'],
    ]);
  });

  it('linkFailures does not treat a rollback as a retry of an earlier failed deployment', () => {
    const failed = { ...failedDeployment, id: 'f0', sha: sha('x'), externalId: 'acme/payments#deployment/8' };
    const rolledBack = {
      ...failedDeployment,
      id: 'b1',
      occurredAt: at(2),
      resolvedAt: at(3),
      externalId: 'acme/payments#deployment/9/rolled-back',
    };
    const { episodes } = linkFailures({ failures: [failed, rolledBack], changes: world.changes, corrections: [] });
    expect(episodes).toHaveLength(2);
  });

  it('linkFailures does not join failures that one change caused if they are far apart in time', () => {
    const late = { ...revert, occurredAt: at(24 * 30) };
    expect(linkFailures({ ...world, failures: [failedDeployment, late] }).episodes).toHaveLength(2);
  });

  it('linkFailures gives a record that is not a failure an episode of its own', () => {
    const planned = { ...revert, isFailure: false };
    expect(linkFailures({ ...world, failures: [failedDeployment, planned] }).episodes).toHaveLength(2);
    const corrections = [decided('k', { kind: 'not_a_failure', failureId: 'f1' })];
    expect(linkFailures({ ...world, corrections }).episodes.map(({ failureIds }) => failureIds)).toEqual([
      ['f1'],
      ['i1', 'v1'],
    ]);
  });
});

describe('linkFailures: corrections', () => {
  it('linkFailures never suggests a link that a person rejected', () => {
    const corrections = [
      decided('k', { kind: 'link', type: 'caused_by', failureId: 'i1', targetId: 'p1', right: false }),
    ];
    const links = linkFailures({ ...world, corrections }).links.filter(
      ({ failureId, type }) => failureId === 'i1' && type === 'caused_by',
    );
    expect(links).toMatchObject([{ targetId: 'p1', status: 'rejected' }]);
  });

  it('linkFailures replaces the suggested cause by the one that a person confirmed', () => {
    const corrections = [
      decided('k', { kind: 'link', type: 'caused_by', failureId: 'i1', targetId: 'other-mail-200', right: true }),
    ];
    const links = linkFailures({ ...world, corrections }).links.filter(
      ({ failureId, type }) => failureId === 'i1' && type === 'caused_by',
    );
    expect(links).toMatchObject([{ targetId: 'other-mail-200', status: 'confirmed', score: 1 }]);
  });

  it('linkFailures keeps two failures in different episodes after a person separated them, even if both join a third failure', () => {
    const corrections = [
      decided('k', { kind: 'link', type: 'same_episode', failureId: 'f1', targetId: 'v1', right: false }),
    ];
    const { episodes } = linkFailures({ ...world, corrections });
    expect(episodes.some(({ failureIds }) => failureIds.includes('f1') && failureIds.includes('v1'))).toBe(false);
    expect(episodes.flatMap(({ failureIds }) => failureIds).sort()).toEqual(['f1', 'i1', 'v1']);
  });

  it('linkFailures joins two failures that a person confirmed as one episode', () => {
    const far = createFailure('far', 900);
    const corrections = [
      decided('k', { kind: 'link', type: 'same_episode', failureId: 'far', targetId: 'i1', right: true }),
    ];
    const { episodes } = linkFailures({ ...world, failures: [...world.failures, far], corrections });
    expect(episodes).toEqual([{ id: 'f1', failureIds: ['f1', 'i1', 'v1', 'far'] }]);
  });
});

describe('linkFailures: properties', () => {
  it('linkFailures returns the same links for any order of the input', () => {
    const corrections = [
      decided('k', { kind: 'link', type: 'same_episode', failureId: 'f1', targetId: 'i1', right: false }),
    ];
    const expected = linkFailures({ ...world, corrections });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(world.failures, { minLength: world.failures.length }),
        fc.shuffledSubarray(world.changes, { minLength: world.changes.length }),
        (failures, changes) => {
          expect(linkFailures({ failures, changes, corrections })).toEqual(expected);
        },
      ),
    );
  });

  it('linkFailures puts every failure into one episode, which has the id of its earliest failure', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        hours: fc.integer({ min: 0, max: 3 }),
        service: fc.constantFrom('Mail', 'Search'),
      }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(arbitrary, (given) => {
        const failures = given.map(({ id, hours, service }) =>
          createFailure(id, hours, { services: [service], title: service }),
        );
        const { episodes, links } = linkFailures({ failures, changes: routineChanges, corrections: [] });
        expect(episodes.flatMap(({ failureIds }) => failureIds).sort()).toEqual(failures.map(({ id }) => id).sort());
        const time = new Map(failures.map(({ id, occurredAt }) => [id, occurredAt]));
        for (const { id, failureIds } of episodes) {
          const first = [...failureIds].sort((a, b) => (`${time.get(a)}${a}` < `${time.get(b)}${b}` ? -1 : 1))[0];
          expect(id).toBe(first);
        }
        for (const link of links) expect(link.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('linkFailures links thousands of failures and changes within seconds', () => {
    const names = Array.from(
      { length: 40 },
      (_, index) => `name${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'z' : ''}`,
    );
    const changes = Array.from({ length: 6_000 }, (_, index) =>
      createChange(`c${index}`, index * 2, {
        repository: `acme/${names[index % 40]}`,
        title: `Work ${names[(index * 7) % 40]} part`,
        sha: (index + 1).toString(16).padStart(40, 'a'),
      }),
    );
    const failures = Array.from({ length: 3_000 }, (_, index) =>
      createFailure(`f${index}`, index * 4, {
        services: [names[(index * 3) % 40] ?? ''],
        title: `Errors in ${names[(index * 3) % 40]}`,
      }),
    );
    const start = process.cpuUsage();
    linkFailures({ failures, changes, corrections: [] });
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(10_000);
  });
});
