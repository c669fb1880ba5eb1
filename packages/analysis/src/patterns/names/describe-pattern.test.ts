import { describe, expect, test } from 'vitest';
import { indexStatementDecisions } from '../../extraction/statement-decisions.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { describePattern } from './describe-pattern.ts';
import { createOneEpisodePerFailure } from './testing.ts';

const members = [
  {
    id: 'a',
    title: 'Connection pool exhausted',
    text: 'PoolTimeoutError in checkout',
    occurredAt: '2024-01-01T00:00:00.000Z',
    services: ['checkout'],
  },
  {
    id: 'b',
    title: 'Connection pool exhausted again',
    text: 'PoolTimeoutError',
    occurredAt: '2024-02-01T00:00:00.000Z',
    services: ['checkout', 'cart'],
  },
];
const statistics = createCorpusStatistics([
  ...members,
  { id: 'c', title: 'Search is slow', text: 'slow queries', occurredAt: '2024-03-01T00:00:00.000Z' },
]);
const describeWith = (input: Partial<Parameters<typeof describePattern>[0]> = {}) =>
  describePattern({
    members,
    episodes: createOneEpisodePerFailure(input.members ?? members),
    statistics,
    cause: { cause: 'unknown', trigger: 'unknown' },
    triggeredIds: new Set(),
    resolutions: [],
    ...input,
  });
const episode = (
  failureIds: readonly string[],
  services: readonly string[] = [],
  repositories: readonly string[] = [],
) => ({ failureIds, services, repositories }) as const;

const variant = {
  title: 'Connection pool exhausted',
  text: 'PoolTimeoutError',
  occurredAt: '2024-01-01T00:00:00.000Z',
};

const reportOf = (id: string, day: string, size: string) => ({
  id,
  title: `Grafana unreachable on ${day}`,
  text: `## Summary\n\n${size} of cache were too much for Loki, which ran out of memory.\n\n## Impact\n\nNobody could see the ${'first, '.repeat(150)}chart.\n\n## Resolution\n\nWe raised the memory limit of Loki and restarted it, after which all queries worked again.`,
  occurredAt: `2024-0${day.length}-01T00:00:00.000Z`,
});
const reports = [reportOf('x', 'Friday', '4 GB'), reportOf('y', 'Thursday', '8 GB')];
const others = ['d', 'e', 'f'].map((id) => ({ ...variant, id, title: 'Search is slow', text: 'slow queries' }));
const listAlike = (ids: readonly string[]) => ids.map((id) => ({ ...variant, id }));

describe('describePattern', () => {
  test('describePattern describes mechanism, trigger, symptoms and resolution', () => {
    const { name, lesson } = describeWith({
      cause: { cause: 'capacity', trigger: 'traffic' },
      triggeredIds: new Set(['a', 'b']),
      resolutions: [{ failureId: 'b', title: 'Raise the pool size', at: '2026-03-01T10:00:00.000Z' }],
    });
    expect(name).toBe('Checkout runs out of connections');
    expect(lesson).toBe(
      'The error is PoolTimeoutError (both episodes). Both episodes state the mechanism “connections exhausted”. ' +
        '2 of 2 episodes came with a rise in load. ' +
        'At least 1 of 2 episodes was resolved by adding capacity or raising a limit. ' +
        'An episode was resolved on 1 Mar 2026 by “Raise the pool size”.',
    );
  });

  test('describePattern says in how many episodes a trigger occurred, and omits a trigger of fewer than half of them', () => {
    const six = listAlike(['a', 'b', 'c', 'd', 'e', 'f']);
    const triggerOf = (triggered: readonly string[]) =>
      describeWith({
        members: six,
        cause: { cause: 'data', trigger: 'deployment' },
        triggeredIds: new Set(triggered),
      }).scenario.trigger;
    expect(triggerOf(['a', 'b', 'c'])).toBe('3 of 6 episodes followed a deployment.');
    expect(triggerOf(['a', 'b'])).toBeNull();
    const episodes = [episode(['a', 'b']), episode(['c', 'd']), episode(['e', 'f'])];
    const cause = { cause: 'data', trigger: 'deployment' } as const;
    const { scenario } = describeWith({ members: six, episodes, cause, triggeredIds: new Set(['a', 'b', 'c']) });
    expect(scenario.trigger).toBe('2 of 3 episodes followed a deployment.');
  });

  test('describePattern counts separately the episodes resolved by rollbacks and by other changes', () => {
    const resolutions = [
      { failureId: 'a', title: 'Revert "More workers" (#4)', at: '2026-03-01T10:00:00.000Z' },
      { failureId: 'b', title: 'Raise the pool size', at: '2026-03-01T10:00:00.000Z' },
    ];
    expect(describeWith({ resolutions }).lesson).toContain(
      'At least 1 of 2 episodes was resolved by a rollback and 1 by adding capacity or raising a limit.',
    );
    expect(describeWith({ resolutions: resolutions.slice(0, 1) }).lesson).toContain(
      'At least 1 of 2 episodes was resolved by a rollback.',
    );
    for (const title of ['Undo #85: More workers', 'Undo f2018c962']) {
      expect(
        describeWith({ resolutions: [{ failureId: 'a', title, at: '2026-03-01T10:00:00.000Z' }] }).lesson,
      ).toContain('At least 1 of 2 episodes was resolved by a rollback');
    }
    expect(
      describeWith({
        resolutions: [{ failureId: 'a', title: 'Undo button for carts', at: '2026-03-01T10:00:00.000Z' }],
      }).lesson,
    ).not.toContain('back');
  });

  test('describePattern counts no remedy of one of six episodes', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...variant, id, text: '' }));
    const resolutions = [{ failureId: 'a', title: 'Restart the chart', at: '2026-03-01T10:00:00.000Z' }];
    const lessonOf = (ends: typeof resolutions) => describeWith({ members: six, resolutions: ends }).lesson;
    expect(lessonOf(resolutions)).toContain('An episode was resolved on 1 Mar 2026 by “Restart the chart”.');
    expect(lessonOf(resolutions)).not.toContain('1 of 6');
    expect(
      lessonOf([...resolutions, { failureId: 'b', title: 'Restart the chart', at: '2026-03-01T10:00:00.000Z' }]),
    ).toContain(
      'At least 2 of 6 episodes were resolved by a restart or replacement. An episode was resolved on 1 Mar 2026 by “Restart the chart”.',
    );
  });

  test('describePattern omits a symptom that fewer than half of the episodes show', () => {
    const lessonOf = (count: number) => {
      const own = ['a', 'b', 'c', 'd'].map((id, at) => ({ ...variant, id, text: at < count ? variant.text : '' }));
      return describeWith({ members: own }).lesson;
    };
    expect(lessonOf(1)).not.toContain('The error is PoolTimeoutError');
    expect(lessonOf(2)).toContain('The error is PoolTimeoutError (2 of 4 episodes)');
  });

  test('describePattern quotes a symptom if there are no error names', () => {
    const variant = members.map((member) => ({ ...member, title: 'Payments fail', text: 'connection pool exhausted' }));
    const { name, lesson } = describeWith({ members: variant });
    expect(name).toBe('Checkout runs out of connections');
    expect(lesson).toBe(
      'Both episodes report “Payments fail”. Both episodes state the mechanism “connections exhausted”.',
    );
  });

  test('describePattern counts an episode with several failures once', () => {
    const paged = listAlike(['a', 'b', 'c', 'd', 'e']);
    const resolutions = [
      { failureId: 'a', title: 'Revert "More workers" (#4)', at: '2026-03-01T10:00:00.000Z' },
      { failureId: 'b', title: 'Deployment of main', at: '2026-03-01T10:00:00.000Z' },
      { failureId: 'd', title: 'Raise the pool size', at: '2026-03-01T10:00:00.000Z' },
      { failureId: 'e', title: 'Raise the pool size', at: '2026-03-01T10:00:00.000Z' },
    ];
    const episodes = [episode(['a', 'b']), episode(['c']), episode(['d', 'e'])];
    const { lesson } = describeWith({ members: paged, episodes, resolutions });
    expect(lesson).toContain('The error is PoolTimeoutError (all 3 episodes).');
    expect(lesson).toContain('An episode was resolved on 1 Mar 2026 by “Raise the pool size”.');
    const inOne = describeWith({ members: paged.slice(0, 2), episodes: [episode(['a', 'b'])] });
    expect(inOne.lesson).not.toContain('The error is PoolTimeoutError');
  });

  test('describePattern omits trigger and resolution from the lesson if they are unknown', () => {
    expect(describeWith().lesson).toBe(
      'The error is PoolTimeoutError (both episodes). Both episodes state the mechanism “connections exhausted”.',
    );
    expect(
      describeWith({ resolutions: [{ failureId: 'somewhere else', title: 'x', at: '2026-03-01T10:00:00.000Z' }] }),
    ).toEqual(describeWith());
  });

  test('describePattern returns the same description for members in any order', () => {
    expect(describeWith({ members: [...members].reverse() })).toEqual(describeWith());
  });

  test('describePattern says what fails and the mechanism that its reports state, and quotes the newest of equally typical statements', () => {
    const { name, scenario } = describeWith({
      members: reports,
      statistics: createCorpusStatistics([...reports, ...others]),
    });
    expect(name).toBe('Grafana unavailable: out of memory');
    expect(scenario.mechanism).toBe('Both episodes state the mechanism “out of memory”.');
    expect(scenario.cause).toBe(
      'The report of 1 Aug 2024 says: “8 GB of cache were too much for Loki, which ran out of memory.”',
    );
    expect(scenario.resolution).toBe(
      'Both episodes were resolved by adding capacity or raising a limit. The resolution of 1 Aug 2024 was: “We raised the memory limit of Loki and restarted it, after which all queries worked again.”',
    );
  });

  test('describePattern quotes the root cause whose words most other reports contain, even if it is older', () => {
    const odd = { ...reportOf('z', 'Wednesday', '1 GB'), occurredAt: '2024-09-01T00:00:00.000Z' };
    const text = odd.text.replaceAll(
      /[^\n]*of cache were too much for Loki[^\n]*/gu,
      'An expired certificate caused the outage.',
    );
    const { scenario } = describeWith({
      members: [...reports, { ...odd, text }],
      statistics: createCorpusStatistics([...reports, odd, ...others]),
    });
    expect(scenario.cause).toContain('8 GB of cache');
  });

  test('describePattern states no status code and no state that most titles contain as a symptom', () => {
    const coded = members.map((member) => ({ ...member, text: 'HTTP 502 in checkout' }));
    expect(describeWith({ members: coded }).lesson).not.toContain('http 502');
    const titled = members.map((member) => ({ ...member, title: 'PoolTimeoutError in production' }));
    expect(describeWith({ members: titled }).lesson).not.toContain('The error is PoolTimeoutError');
  });

  test('describePattern never takes the state of an alert for the component', () => {
    const full = members.map((member) => ({
      ...member,
      title: '[FIRING:2] [CRITICAL] Volume full',
      text: 'no space left on device',
      services: [],
    }));
    const { name } = describeWith({ members: full });
    expect(name).toMatch(/full|space/u);
    expect(name).not.toMatch(/FIRING|CRITICAL/u);
  });

  test('describePattern names the component that people chose, and quotes what they chose', () => {
    const decisions = indexStatementDecisions(
      reports.flatMap(({ id: failureId }) =>
        (['component', 'resolution'] as const).map((statement) => {
          const quote = statement === 'component' ? 'cache' : 'Nobody could see';
          return { decision: { kind: 'statement', failureId, statement, quote } } as const;
        }),
      ),
    );
    const { name, scenario } = describeWith({
      members: reports,
      decisions,
      statistics: createCorpusStatistics([...reports, ...others]),
    });
    expect(name).toBe('Cache runs out of memory');
    expect(scenario.resolution).toBe('The resolution of 1 Aug 2024 was: “Nobody could see”.');
  });

  test('describePattern quotes one of few stated causes as an example, and none of many', () => {
    const causes = [
      'The ballot was lost due to a storm.',
      'The ballot was lost due to a strike of ferries.',
      'The ballot was lost because of a wrong address.',
      'The ballot was lost because the seal broke.',
    ];
    const describeCauses = (count: number) => {
      const own = causes.map((cause, at) => ({
        ...variant,
        id: `c${at}`,
        title: 'Ballots missing',
        text: at < count ? `## Root cause\n\n${cause}` : '',
        occurredAt: `2024-0${at + 1}-01T00:00:00.000Z`,
      }));
      return describeWith({ members: own, statistics: createCorpusStatistics([...own, ...others]) }).scenario.cause;
    };
    expect(describeCauses(1)).toBe(`For example, the report of 1 Jan 2024 says: “${causes[0]}”`);
    expect(describeCauses(2)).toContain('For example, the report of 1 ');
    expect(describeCauses(4)).toBeNull();
  });
});
