import { expect, test } from 'vitest';
import {
  describeOwnerSource,
  describePatternTrend,
  describeRelation,
  describeService,
  listDeliveryFigures,
  listServiceFigures,
} from './describe-service.ts';

test('describeService names the owners, and says what is counted for a repository', () => {
  const lastAt = '2026-05-01T00:00:00.000Z';
  const none = { causes: [], episodes: 0 };
  expect(describeService({ ...none, kind: 'service', teams: ['payments', 'shop'], lastAt })).toBe(
    'Owned by payments, shop.',
  );
  expect(describeService({ ...none, kind: 'repository', teams: [], lastAt: null })).toBe(
    'No owner is known. No episodes are recorded. Only failures without a known service are counted.',
  );
});

test('describeService starts with the most frequent cause if a third of the episodes have it', () => {
  const describe = (episodes: number, ...counts: readonly number[]) => {
    const names = ['capacity', 'data'] as const;
    const causes = names.slice(0, counts.length).map((cause, at) => ({ cause, episodes: counts[at] ?? 0 }));
    return describeService({ kind: 'service', teams: ['ops'], lastAt: '', causes, episodes });
  };
  expect(describe(64, 28, 9)).toBe('Most often capacity: 28 of 64 episodes. Owned by ops.');
  for (const unclear of [describe(64, 20, 9), describe(2, 2), describe(10, 4, 4)])
    expect(unclear).toBe('Owned by ops.');
});

test('describeOwnerSource names the provider, or else the files that name owners', () => {
  expect(describeOwnerSource({ teamFiles: [], teamProvider: 'pagerduty' })).toBe('from PagerDuty');
  expect(describeOwnerSource({ teamFiles: ['catalog_info', 'codeowners'], teamProvider: null })).toBe(
    'from catalog-info.yaml and from CODEOWNERS',
  );
});

test('listServiceFigures compares the episodes, and omits figures without a value', () => {
  const profile = {
    ...{ episodes: 1, episodesBefore: 4, direction: 'too_few' as const, impactHours: null },
    ...{ totalPatterns: 2, patterns: [], delivery: [] },
  };
  expect(listServiceFigures(profile)).toEqual([
    { label: 'Episodes', value: '1', note: '4 in the period before: too few to compare' },
    { label: 'Patterns', value: '2', note: 'No improvement is waiting for approval' },
  ]);
  expect(listServiceFigures({ ...profile, direction: 'falling' })[0]?.note).toBe(
    '4 in the period before: clearly better',
  );
  expect(listServiceFigures({ ...profile, episodesBefore: null })[0]?.note).toBe('No earlier period to compare');
  expect(listServiceFigures({ ...profile, impactHours: 30 })[1]?.value).toBe('30\u00a0h');
});

test('describePatternTrend has a word for every pattern, also without a clear trend', () => {
  expect(describePatternTrend({ recurrence: 'returned', direction: 'rising' })).toBe('Rising');
  expect(describePatternTrend({ recurrence: 'returned', direction: 'too_few' })).toBe('Returned');
  expect(describePatternTrend({ recurrence: 'recurring', direction: 'steady' })).toBe('Steady');
  expect(describePatternTrend({ recurrence: 'recurring', direction: null })).toBe('Not enough data');
});

test('describeRelation names the dependency and the shared episodes', () => {
  const related = { name: 'Payments', isDependency: true, isDependent: false, sharedEpisodes: 2 };
  expect(describeRelation(related)).toBe('dependency, 2 shared episodes');
  expect(describeRelation({ ...related, isDependency: false, isDependent: true, sharedEpisodes: 0 })).toBe(
    'depends on this service',
  );
});

test('listDeliveryFigures omits figures without a value', () => {
  const missing = { definition: '', value: null, missing: 'No deployment is recorded.' };
  const figures = {
    repository: 'acme/api',
    changeLeadTime: missing,
    deploymentReworkRate: missing,
    failedDeploymentRecoveryTime: missing,
    deploymentFrequency: {
      ...missing,
      value: { deployments: 26, attemptsFailed: 0, perWeek: 2.04, low: 1, high: 3, daysWithOne: 0.2 },
    },
    changeFailRate: {
      ...missing,
      value: {
        count: 2,
        deployments: 26,
        value: 2 / 26,
        low: 0,
        high: 1,
        reasons: { incident: 1, rollback: 1, revert: 0 },
      },
    },
  };
  expect(listDeliveryFigures(figures)).toEqual([
    ['Deployments', '26 (2 a week)'],
    ['Change failure rate', '8\u00a0% (2 of 26)'],
  ]);
  const { value } = figures.changeFailRate;
  const few = { ...figures, changeFailRate: { ...missing, value: { ...value, count: 0, deployments: 3, value: 0 } } };
  expect(listDeliveryFigures(few)[1]).toEqual(['Change failure rate', '0 of 3, too few for a rate']);
});
