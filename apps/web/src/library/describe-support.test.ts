import { expect, test } from 'vitest';
import { describeSupport } from './describe-support.ts';

const unknown = { cause: null, trigger: null, symptom: null, resolution: null };
const describe = (episodes: number, stating: number, mechanism?: string) =>
  describeSupport({
    episodes,
    ...(mechanism === undefined ? {} : { mechanism }),
    scenario: { ...unknown, mechanism: null, mechanismFailureIds: Array.from({ length: stating }, String) },
  } as never);

test('a mechanism has the number of episodes that state it', () => {
  expect(describe(8, 7, 'Disk full')).toBe('stated in 7 of 8 episodes');
  expect(describe(8, 8, 'Disk full')).toBe('stated in all 8 episodes');
});

test('a likely mechanism is called likely, with the number of episodes that point to it', () => {
  expect(describe(17, 10)).toBe('likely: 10 of 17 episodes point to this mechanism');
});

test('a mechanism without a known number of episodes has no number', () => {
  expect(describe(8, 0, 'Disk full')).toBe('');
});
