import { describe, expect, test } from 'vitest';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { describePattern } from './describe-pattern.ts';

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
  describePattern({ members, statistics, cause: { cause: 'unknown', trigger: 'unknown' }, endings: [], ...input });

describe('describePattern', () => {
  test('says condition, what was allowed, how it showed and what ended it', () => {
    const { name, lesson, terms } = describeWith({
      cause: { cause: 'capacity', trigger: 'traffic' },
      endings: [{ failureId: 'b', title: 'Raise the pool size' }],
    });
    expect(name).toBe('Connection pool exhausted');
    expect(terms).toContain('exhausted');
    expect(lesson).toBe(
      'When traffic rises, the system lets demand outgrow what is provided before anyone is warned. ' +
        'It shows as PoolTimeoutError (2 of 2) in checkout and cart. ' +
        'What ended 1 of 2 was a later change such as “Raise the pool size”.',
    );
  });

  test('tells changes that were taken back from those that repaired', () => {
    const endings = [
      { failureId: 'a', title: 'Revert "More workers" (#4)' },
      { failureId: 'b', title: 'Raise the pool size' },
    ];
    expect(describeWith({ endings }).lesson).toContain(
      'What ended 2 of 2 was taking the change back (1) or a fix such as “Raise the pool size” (1).',
    );
    expect(describeWith({ endings: endings.slice(0, 1) }).lesson).toContain('Taking the change back ended 1 of 2.');
  });

  test('without names of errors says how it was seen', () => {
    const told = members.map((member) => ({ ...member, title: 'Payments fail', text: 'connection pool exhausted' }));
    const { name, lesson } = describeWith({ members: told });
    expect(name).toBe('Connection pool exhausted');
    expect(lesson).toBe('What allows it is not known yet. It shows as “Payments fail” in checkout and cart.');
  });

  test('without those says what it was', () => {
    const told = ['a', 'b', 'c'].map((id) => ({
      id,
      title: 'Deployment of main failed',
      text: '',
      occurredAt: '2024-01-01T00:00:00.000Z',
      kind: 'failed_deployment' as const,
    }));
    expect(describeWith({ members: told }).lesson).toContain('It shows as 3 failed deployments.');
  });

  test('the terms of the grouping are kept', () => {
    expect(describeWith({ terms: ['pool'] }).terms).toEqual(['pool']);
  });

  test('claims nothing that nothing says', () => {
    expect(describeWith().lesson).toBe(
      'What allows it is not known yet. It shows as PoolTimeoutError (2 of 2) in checkout and cart.',
    );
    expect(describeWith({ endings: [{ failureId: 'somewhere else', title: 'x' }] })).toEqual(describeWith());
  });

  test('does not depend on the order of members', () => {
    expect(describeWith({ members: [...members].reverse() })).toEqual(describeWith());
  });
});
