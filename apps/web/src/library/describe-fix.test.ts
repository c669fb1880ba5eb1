import { expect, test } from 'vitest';
import { describeFix } from './describe-fix.ts';

const fix = { improvementId: 'i', state: 'proposed', name: 'Quota alerts', effect: null } as const;
const recommended = { name: 'Merge queue', promise: 'Changes are tested together.' };

test('describeFix gives the measured effect of a fix that held', () => {
  expect(describeFix({ ...fix, state: 'verified', effect: 'no episodes in 84 days' }, recommended)).toEqual({
    label: 'Fix that held',
    name: 'Quota alerts',
    text: ': no episodes in 84 days.',
  });
});

test('describeFix says how far a fix or an investigation is', () => {
  expect(describeFix({ ...fix, state: 'accepted' }, null)).toEqual({
    label: 'Fix',
    name: 'Quota alerts',
    text: ' (in progress)',
  });
  expect(describeFix({ ...fix, state: 'declined' }, recommended)).toMatchObject({ label: 'Fix', text: ' (declined)' });
  expect(describeFix({ ...fix, state: 'opened', name: null }, null)).toEqual({
    label: 'Investigation',
    name: 'Issue open',
    text: '',
  });
});

test('describeFix suggests the recommended guardrail if nobody approved a fix or the last one did not hold', () => {
  const suggested = { label: 'Suggested fix', name: 'Merge queue', text: ': Changes are tested together.' };
  for (const given of [null, fix, { ...fix, state: 'recurred' }] as const)
    expect(describeFix(given, recommended)).toEqual(suggested);
  expect(describeFix(fix, null)).toBeNull();
});
