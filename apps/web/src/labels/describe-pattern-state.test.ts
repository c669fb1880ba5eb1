import { expect, test } from 'vitest';
import { describePatternState } from './describe-pattern-state.ts';

test('the state of a pattern is that of its improvement, even if nobody has reviewed the pattern', () => {
  const { label } = describePatternState({ judgement: null, improvement: { state: 'opened' } });
  expect(label).toBe('Issue open');
});

test('the state of a pattern without an improvement is what a person judged', () => {
  expect(describePatternState({ judgement: null, improvement: null }).label).toBe('Not reviewed');
  expect(describePatternState({ judgement: 'confirmed', improvement: null }).label).toBe('Confirmed');
});
