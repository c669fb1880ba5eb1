import type { CauseAssessment } from '@refrain/domain';
import { expect, test } from 'vitest';
import { combineCauses } from './combine-causes.ts';

const assessment = (
  cause: CauseAssessment['cause'],
  trigger: CauseAssessment['trigger'],
  confidence: number,
  others: CauseAssessment['causes'] = [],
  evidence: string[] = [],
): CauseAssessment => ({
  cause,
  trigger,
  confidence,
  evidence,
  causes: [...(cause === 'unknown' ? [] : [{ cause, confidence, evidence }]), ...others],
  triggers: trigger === 'unknown' ? [] : [{ trigger, confidence, evidence: [] }],
});

test('combineCauses selects the label with the highest summed confidence, even if `unknown` is more frequent', () => {
  const opinions = [
    assessment('capacity', 'traffic', 0.9),
    assessment('configuration', 'deployment', 0.5),
    assessment('configuration', 'traffic', 0.5),
    assessment('unknown', 'unknown', 0),
    assessment('unknown', 'unknown', 0),
  ];
  expect(combineCauses(opinions)).toMatchObject({ cause: 'configuration', trigger: 'traffic' });
  expect(combineCauses(opinions.toReversed())).toEqual(combineCauses(opinions));
});

test('combineCauses returns `unknown` if no failure has a label', () => {
  const nothing = { cause: 'unknown', trigger: 'unknown', causes: [], triggers: [] };
  expect(combineCauses([])).toEqual(nothing);
  expect(combineCauses([assessment('unknown', 'time', 0.3)])).toEqual({
    ...nothing,
    trigger: 'time',
    triggers: [{ trigger: 'time', confidence: 0.3, evidence: [] }],
  });
});

test('combineCauses selects a cause only if it is the most likely cause of at least one failure', () => {
  const second: CauseAssessment['causes'] = [{ cause: 'data', confidence: 0.4, evidence: [] }];
  const first = assessment('capacity', 'unknown', 0.5, second);
  expect(combineCauses([first, first]).cause).toBe('capacity');
  expect(combineCauses([first, first, assessment('data', 'unknown', 0.6)]).cause).toBe('data');
  expect(combineCauses([assessment('unknown', 'unknown', 0, second)]).cause).toBe('unknown');
});

test('combineCauses lists the top labels, each with its highest confidence and most frequent evidence', () => {
  const combined = combineCauses([
    assessment('capacity', 'unknown', 0.52, [], ['disk full', 'quota']),
    assessment('capacity', 'unknown', 0.31, [], ['quota']),
    assessment('data', 'unknown', 0.74, [], ['migration']),
  ]);
  expect(combined.causes).toEqual([
    { cause: 'capacity', confidence: 0.5, evidence: ['quota', 'disk full'] },
    { cause: 'data', confidence: 0.7, evidence: ['migration'] },
  ]);
});

test('combineCauses drops evidence that blames or names a person', () => {
  const evidence = ['human error', 'martha', 'wrong branch'];
  expect(combineCauses([assessment('process', 'unknown', 0.6, [], evidence)]).causes[0]?.evidence).toEqual([
    'wrong branch',
  ]);
});
