import type { Change } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChange, createDeployment, shaOf } from '../../linking/testing.ts';
import { findRollbacks } from './find-rollbacks.ts';

const id = (at: number): string => `acme/payments#deployment/${at}`;

/** Creates one deployment per hour. `V1 V2!` means that the deployment of V2 fails, `V1 V2?` that it is in progress. */
function deployments(revisions: string, overrides: Partial<Change> = {}, minutes = 60): Change[] {
  return revisions.split(' ').map((text, at) =>
    createDeployment(id(at), (at * minutes) / 60, text.replace(/[!?]$/u, ''), {
      externalId: id(at),
      succeeded: text.endsWith('!') ? false : text.endsWith('?') ? null : true,
      ...overrides,
    }),
  );
}

/**
 * Creates a line of commits, each of which is the parent of the next one.
 * @param from the parent of the first commit
 */
function commits(names: string, from: string | null = null): Change[] {
  const list = names.split(' ');
  return list.map((name, at) => {
    const parent = at === 0 ? from : (list[at - 1] ?? null);
    return createChange(`commit-${name}`, -list.length + at, {
      kind: 'commit',
      sha: shaOf(name),
      parents: parent === null ? [] : [shaOf(parent)],
      title: `Work on ${name}`,
    });
  });
}

/** Returns for each rollback the index of the failed deployment and of the deployment that rolled it back. */
function taken(changes: readonly Change[]): [number, number][] {
  const place = (hours: string): number =>
    changes.findIndex(({ occurredAt, kind }) => kind === 'deployment' && occurredAt === hours);
  return findRollbacks(changes).map(({ occurredAt, resolvedAt }) => [place(occurredAt), place(resolvedAt ?? '')]);
}

const line = commits('V1 V2 V3 V4');

describe('findRollbacks: an environment that returns to a revision', () => {
  it.each([
    ['V1 V2 V1', [[1, 2]]],
    ['V1 V2 V3 V1', [[1, 3]]],
    ['V1 V1 V2 V3 V1', [[2, 4]]],
    ['V1 V2 V3 V2', [[2, 3]]],
    [
      'V1 V2 V3 V2 V1',
      [
        [2, 3],
        [1, 4],
      ],
    ],
    ['V1 V2 V1 V2', [[1, 2]]],
    [
      'V1 V2 V1 V2 V1',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['V1 V2! V3 V1', [[2, 3]]],
    ['V1 V2 V3! V1', [[1, 3]]],
    ['V1 V2 V1 V3', [[1, 2]]],
  ])(
    'findRollbacks reports the first deployment after the restored revision in the sequence %s',
    (revisions, expected) => {
      expect(taken([...deployments(revisions), ...line])).toEqual(expected);
    },
  );

  it.each([
    ['V1 V2 V3', 'all revisions are newer'],
    ['V1 V1 V1', 'the revision stays the same'],
    ['V1 V2! V2', 'a failed deployment was repeated'],
    ['V1 V2! V1', 'the failed revision never ran'],
    ['V1 V2? V1', 'the newer deployment is still in progress'],
    ['V1! V2 V1', 'the last revision had failed before'],
    ['V2 V1 V2', 'the environment returns to the newer revision'],
  ])('findRollbacks reports no rollback in the sequence %s, since %s', (revisions) => {
    expect(taken([...deployments(revisions), ...line])).toEqual([]);
  });

  it('findRollbacks is less confident of a rollback if the commits of the revisions are unknown', () => {
    expect(taken(deployments('V1 V2 V3 V1'))).toEqual([[1, 3]]);
    const [byTime] = findRollbacks(deployments('V1 V2 V1'));
    const [byLineage] = findRollbacks([...deployments('V1 V2 V1'), ...line]);
    expect(byTime?.confidence).toBeLessThan(byLineage?.confidence ?? 0);
  });

  it('findRollbacks reports no rollback across environments or repositories', () => {
    const [first, second, third] = deployments('V1 V2 V1');
    for (const given of [{ environment: 'staging' }, { repository: 'acme/search' }])
      expect(findRollbacks([first, { ...second, ...given }, third, ...line] as Change[])).toEqual([]);
  });

  it('findRollbacks describes a rollback as a failure that names both revisions', () => {
    const pull = createChange('pull', -2, {
      sha: shaOf('V2'),
      number: 7,
      title: 'Cache prices',
      text: 'For an hour.',
      paths: ['a.ts'],
    });
    expect(findRollbacks([...deployments('V1 V2 V3 V1'), ...line, pull])).toEqual([
      expect.objectContaining({
        kind: 'failed_deployment',
        externalId: `${id(1)}/rolled-back`,
        title: 'Deployment of Cache prices to production was rolled back',
        text: expect.stringContaining(
          `went back from ${shaOf('V2').slice(0, 12)} (Cache prices), the first of those up to ${shaOf('V3').slice(0, 12)}, to ${shaOf('V1').slice(0, 12)}`,
        ),
        repository: 'acme/payments',
        environment: 'production',
        sha: shaOf('V2'),
        paths: ['a.ts'],
        isFailure: true,
      }),
    ]);
  });
});

it.each(['production-feature-store', 'prod-review', 'shop/feature-store (production)'])(
  'treats %s as a permanent production environment',
  (environment) => {
    expect(findRollbacks([...deployments('V1 V2 V1', { environment }), ...line])).toHaveLength(1);
  },
);

describe('findRollbacks: no rollback', () => {
  it.each([
    'pr-12',
    'preview',
    'Preview – shop',
    'Preview – shop-prod',
    'review/app-7',
    'review/fix-prod',
    'feature-cart',
    'deploy-preview-3',
    'pull/9',
  ])('findRollbacks ignores the temporary environment %s', (environment) => {
    expect(findRollbacks([...deployments('V1 V2 V1', { environment }), ...line])).toEqual([]);
  });

  it('findRollbacks ignores an environment that two branches share', () => {
    const forked = [...line, ...commits('B1 B2', 'V1')];
    expect(taken([...deployments('V2 B1 V2 B2 V2'), ...forked])).toEqual([]);
    expect(taken(deployments('V2 B1 V2 B1 V2 B1 V2 B1'))).toEqual([]);
    const named = (name: string, ...list: Change[]): Change[] => list.map((one) => ({ ...one, branch: name }));
    const [a, b, c, d, e] = deployments('M1 F1 M1 F2 M2') as [Change, Change, Change, Change, Change];
    expect(taken([...named('main', a, c, e), ...named('topic', b, d)])).toEqual([]);
  });

  it('findRollbacks reports a rollback between tags, which are not branches', () => {
    const [a, b, c] = deployments('V1 V2 V1') as [Change, Change, Change];
    expect(
      findRollbacks([
        { ...a, branch: 'v1' },
        { ...b, branch: 'v2' },
        { ...c, branch: 'v1' },
      ]),
    ).toHaveLength(1);
  });

  it('findRollbacks reports no rollback among parallel deployments', () => {
    expect(taken([...deployments('V1 V2 V1 V2', {}, 0.3), ...line])).toEqual([]);
    expect(taken([...deployments('V0 V1 V2', {}), ...line])).toEqual([]);
  });

  describe('findRollbacks, given overlapping Actions runs', () => {
    /** Creates deployments by Actions runs: `V1/2` is a deployment of V1 by the run with the id 2. */
    const byRuns = (text: string): Change[] => {
      const list = text.split(' ').map((one) => one.split('/'));
      return deployments(list.map(([revision]) => revision).join(' ')).map((one, at) => ({
        ...one,
        url: `https://github.com/acme/payments/actions/runs/${list[at]?.[1]}/job/${at}`,
      }));
    };

    it.each([
      ['V1/2 V2/3 V1/2 V2/3', 'two runs of two jobs'],
      ['V1/2 V2/3 V3/4 V1/2 V2/3 V3/4', 'three runs of two jobs'],
      ['V0/1 V0/1 V1/2 V2/3 V1/2', 'a run whose last job has not finished'],
    ])('findRollbacks reports no rollback in the overlapping deployments %s: %s', (text) => {
      expect(taken([...byRuns(text), ...line])).toEqual([]);
    });

    it.each<[string, string, [number, number]]>([
      ['V1/2 V2/3 V1/2', 'a rerun of the only job', [1, 2]],
      ['V1/2 V1/2 V2/3 V2/3 V1/2 V1/2', 'a rerun of both jobs', [2, 4]],
      ['V1/2 V1!/2 V2/3 V2/3 V1/2', 'a rerun of the failed job', [2, 4]],
      ['V1/2 V2/3 V1/2 V2/3 V1/2 V1/2', 'a rerun of both overlapping jobs', [1, 4]],
      ['V1/2 V2/3 V1/4 V2/5', 'another run of the same revision', [1, 2]],
    ])('findRollbacks reports a rollback in the deployments %s, by %s, at %s', (text, _, expected) => {
      expect(taken([...byRuns(text), ...line])).toEqual([expected]);
    });
  });

  it('findRollbacks ignores change events of PagerDuty, with or without a commit', () => {
    const events = deployments('V1 V2 V1', { externalId: 'change_event/1' });
    expect(findRollbacks([...events, ...line])).toEqual([]);
    const bare = events.map((event) => ({ ...event, sha: null, environment: null }));
    const [first, second, third] = deployments('V1 V2 V1') as [Change, Change, Change];
    expect(taken([first, second, third, ...bare, ...line])).toEqual([[1, 2]]);
    expect(findRollbacks(deployments('V1 V2 V1', { sha: null }))).toEqual([]);
  });
});

describe('findRollbacks: properties', () => {
  const revisions = fc.array(fc.constantFrom('V1', 'V2', 'V3', 'V4', 'V2!', 'V3!'), { minLength: 1, maxLength: 12 });

  it('findRollbacks does not depend on the order of the changes', () => {
    fc.assert(
      fc.property(revisions, fc.infiniteStream(fc.nat()), (list, keys) => {
        const pull = createChange('pull', -2, { sha: shaOf('V2'), number: 7, text: 'Why.' });
        const all = [...deployments(list.join(' ')), ...line, pull];
        const shuffled = all.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(findRollbacks(shuffled.map(({ one }) => one))).toEqual(findRollbacks(all));
      }),
    );
  });

  it('findRollbacks reports each rolled-back deployment at most once, and only if it had succeeded', () => {
    fc.assert(
      fc.property(revisions, (list) => {
        const all = deployments(list.join(' '));
        const found = findRollbacks([...all, ...line]);
        expect(new Set(found.map(({ externalId }) => externalId)).size).toBe(found.length);
        for (const { externalId, occurredAt, resolvedAt } of found) {
          expect(all.find((one) => `${one.externalId}/rolled-back` === externalId)?.succeeded).toBe(true);
          expect(Date.parse(resolvedAt ?? '')).toBeGreaterThan(Date.parse(occurredAt));
        }
      }),
    );
  });

  it('findRollbacks terminates if the parents of commits form a cycle', () => {
    const circle = commits('V1 V2', 'V2');
    expect(taken([...deployments('V1 V2 V1'), ...circle]).length).toBeLessThanOrEqual(1);
  });
});
