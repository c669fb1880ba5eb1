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

test('combineCauses names the cause and trigger of most failures with a clear one, even if `unknown` is more frequent', () => {
  const opinions = [
    assessment('capacity', 'traffic', 0.9),
    assessment('configuration', 'deployment', 0.5),
    assessment('configuration', 'traffic', 0.5),
    assessment('unknown', 'unknown', 0),
    assessment('unknown', 'unknown', 0),
    assessment('unknown', 'unknown', 0),
  ];
  expect(combineCauses(opinions)).toMatchObject({ cause: 'configuration', trigger: 'traffic' });
  expect(combineCauses(opinions.toReversed())).toEqual(combineCauses(opinions));
});

test.each([
  [
    'only one failure has a clear one',
    [assessment('capacity', 'unknown', 0.9), assessment('capacity', 'unknown', 0.49)],
  ],
  ['the failures disagree', [assessment('capacity', 'unknown', 0.9), assessment('data', 'unknown', 0.6)]],
  ['all are unlikely', [assessment('capacity', 'unknown', 0.4), assessment('capacity', 'unknown', 0.4)]],
])('combineCauses names no cause if %s, but lists the likely ones', (_, opinions) => {
  const { cause, causes } = combineCauses(opinions);
  expect(cause).toBe('unknown');
  expect(causes[0]?.cause).toBe('capacity');
});

test('combineCauses lists nothing if no failure has a label', () => {
  const nothing = { cause: 'unknown', trigger: 'unknown', causes: [], triggers: [] };
  expect(combineCauses([])).toEqual(nothing);
  expect(combineCauses([assessment('unknown', 'time', 0.3)])).toEqual({
    ...nothing,
    triggers: [{ trigger: 'time', confidence: 0.3, evidence: [] }],
  });
});

test('combineCauses lists a cause only if it is the most likely cause of at least one failure', () => {
  const second: CauseAssessment['causes'] = [{ cause: 'data', confidence: 0.4, evidence: [] }];
  const first = assessment('capacity', 'unknown', 0.5, second);
  const listCauses = (...opinions: CauseAssessment[]) => combineCauses(opinions).causes.map(({ cause }) => cause);
  expect(listCauses(first, first)).toEqual(['capacity']);
  expect(listCauses(first, first, assessment('data', 'unknown', 0.6))).toEqual(['data', 'capacity']);
  expect(listCauses(assessment('unknown', 'unknown', 0, second))).toEqual([]);
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
