import type { Change } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, deployment, shaOf } from '../../linking/testing.ts';
import { findRollbacks } from './find-rollbacks.ts';

const id = (at: number): string => `acme/payments#deployment/${at}`;

/** One deployment an hour of the named revisions: `V1 V2!` where the second fails, `V1 V2?` where it still runs. */
function deployments(revisions: string, given: Partial<Change> = {}, minutes = 60): Change[] {
  return revisions.split(' ').map((text, at) =>
    deployment(id(at), (at * minutes) / 60, text.replace(/[!?]$/u, ''), {
      externalId: id(at),
      succeeded: text.endsWith('!') ? false : text.endsWith('?') ? null : true,
      ...given,
    }),
  );
}

/** A line of commits, each with the one before as its parent, the first with `from`. */
function commits(names: string, from: string | null = null): Change[] {
  const list = names.split(' ');
  return list.map((name, at) => {
    const parent = at === 0 ? from : (list[at - 1] ?? null);
    return change(`commit-${name}`, -list.length + at, {
      kind: 'commit',
      sha: shaOf(name),
      parents: parent === null ? [] : [shaOf(parent)],
      title: `Work on ${name}`,
    });
  });
}

/** What was taken back and when, as places in the list of deployments. */
function taken(changes: readonly Change[]): [number, number][] {
  const place = (hours: string): number =>
    changes.findIndex(({ occurredAt, kind }) => kind === 'deployment' && occurredAt === hours);
  return findRollbacks(changes).map(({ occurredAt, resolvedAt }) => [place(occurredAt), place(resolvedAt ?? '')]);
}

const line = commits('V1 V2 V3 V4');

describe('an environment that goes back', () => {
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
  ])('%s: the first deployment after the revision failed', (revisions, expected) => {
    expect(taken([...deployments(revisions), ...line])).toEqual(expected);
  });

  it.each([
    ['V1 V2 V3', 'only forward'],
    ['V1 V1 V1', 'the same again'],
    ['V1 V2! V2', 'a failed deployment run again'],
    ['V1 V2! V1', 'what failed never ran'],
    ['V1 V2? V1', 'what still runs neither'],
    ['V1! V2 V1', 'what had failed before is new'],
    ['V2 V1 V2', 'an older one overtook, and the newer one is put back'],
  ])('%s: none, %s', (revisions) => {
    expect(taken([...deployments(revisions), ...line])).toEqual([]);
  });

  it('is told without commits too, less surely', () => {
    expect(taken(deployments('V1 V2 V3 V1'))).toEqual([[1, 3]]);
    const [byTime] = findRollbacks(deployments('V1 V2 V1'));
    const [byLineage] = findRollbacks([...deployments('V1 V2 V1'), ...line]);
    expect(byTime?.confidence).toBeLessThan(byLineage?.confidence ?? 0);
  });

  it('is one environment of one repository', () => {
    const [first, second, third] = deployments('V1 V2 V1');
    for (const given of [{ environment: 'staging' }, { repository: 'acme/search' }])
      expect(findRollbacks([first, { ...second, ...given }, third, ...line] as Change[])).toEqual([]);
  });

  it('becomes a failure that names both revisions', () => {
    const pull = change('pull', -2, {
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
  'an environment of production lasts, whatever it serves: %s',
  (environment) => {
    expect(findRollbacks([...deployments('V1 V2 V1', { environment }), ...line])).toHaveLength(1);
  },
);

describe('what only looks like going back', () => {
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
  ])('an environment that lives no longer than its branch: %s', (environment) => {
    expect(findRollbacks([...deployments('V1 V2 V1', { environment }), ...line])).toEqual([]);
  });

  it('an environment that two branches share', () => {
    const forked = [...line, ...commits('B1 B2', 'V1')];
    expect(taken([...deployments('V2 B1 V2 B2 V2'), ...forked])).toEqual([]);
    expect(taken(deployments('V2 B1 V2 B1 V2 B1 V2 B1'))).toEqual([]);
    const named = (name: string, ...list: Change[]): Change[] => list.map((one) => ({ ...one, branch: name }));
    const [a, b, c, d, e] = deployments('M1 F1 M1 F2 M2') as [Change, Change, Change, Change, Change];
    expect(taken([...named('main', a, c, e), ...named('topic', b, d)])).toEqual([]);
  });

  it('a tag is no branch', () => {
    const [a, b, c] = deployments('V1 V2 V1') as [Change, Change, Change];
    expect(
      findRollbacks([
        { ...a, branch: 'v1' },
        { ...b, branch: 'v2' },
        { ...c, branch: 'v1' },
      ]),
    ).toHaveLength(1);
  });

  it('twins that run side by side', () => {
    expect(taken([...deployments('V1 V2 V1 V2', {}, 0.3), ...line])).toEqual([]);
    expect(taken([...deployments('V0 V1 V2', {}), ...line])).toEqual([]);
  });

  describe('Actions runs that overlap', () => {
    /** `V1/2` is a deployment of V1 by the run 2. */
    const byRuns = (text: string): Change[] => {
      const list = text.split(' ').map((one) => one.split('/'));
      return deployments(list.map(([revision]) => revision).join(' ')).map((one, at) => ({
        ...one,
        url: `https://github.com/acme/payments/actions/runs/${list[at]?.[1]}/job/${at}`,
      }));
    };

    it.each([
      ['V1/2 V2/3 V1/2 V2/3', 'two jobs of each'],
      ['V1/2 V2/3 V3/4 V1/2 V2/3 V3/4', 'three runs'],
      ['V0/1 V0/1 V1/2 V2/3 V1/2', 'the last job is still to come'],
    ])('%s: %s', (text) => {
      expect(taken([...byRuns(text), ...line])).toEqual([]);
    });

    it.each<[string, string, [number, number]]>([
      ['V1/2 V2/3 V1/2', 'the only job', [1, 2]],
      ['V1/2 V1/2 V2/3 V2/3 V1/2 V1/2', 'both jobs', [2, 4]],
      ['V1/2 V1!/2 V2/3 V2/3 V1/2', 'the job that had failed', [2, 4]],
      ['V1/2 V2/3 V1/2 V2/3 V1/2 V1/2', 'both jobs, after they had overlapped', [1, 4]],
      ['V1/2 V2/3 V1/4 V2/5', 'none, but another run of the same revision', [1, 2]],
    ])('%s: what is run again to go back is found: %s', (text, _, expected) => {
      expect(taken([...byRuns(text), ...line])).toEqual([expected]);
    });
  });

  it('deployments that are only reported, with or without a commit', () => {
    const events = deployments('V1 V2 V1', { externalId: 'change_event/1' });
    expect(findRollbacks([...events, ...line])).toEqual([]);
    const bare = events.map((event) => ({ ...event, sha: null, environment: null }));
    const [first, second, third] = deployments('V1 V2 V1') as [Change, Change, Change];
    expect(taken([first, second, third, ...bare, ...line])).toEqual([[1, 2]]);
    expect(findRollbacks(deployments('V1 V2 V1', { sha: null }))).toEqual([]);
  });
});

describe('laws', () => {
  const revisions = fc.array(fc.constantFrom('V1', 'V2', 'V3', 'V4', 'V2!', 'V3!'), { minLength: 1, maxLength: 12 });

  it('the order of the changes makes no difference', () => {
    fc.assert(
      fc.property(revisions, fc.infiniteStream(fc.nat()), (list, keys) => {
        const pull = change('pull', -2, { sha: shaOf('V2'), number: 7, text: 'Why.' });
        const all = [...deployments(list.join(' ')), ...line, pull];
        const shuffled = all.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(findRollbacks(shuffled.map(({ one }) => one))).toEqual(findRollbacks(all));
      }),
    );
  });

  it('each failure is a deployment that went through, taken back later, told once', () => {
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

  it('ends on parents that run in a circle', () => {
    const circle = commits('V1 V2', 'V2');
    expect(taken([...deployments('V1 V2 V1'), ...circle]).length).toBeLessThanOrEqual(1);
  });
});
