import type { CauseAssessment } from '@refrain/domain';
import { expect, test } from 'vitest';
import { combineCauses } from './combine-causes.ts';

const assessment = (cause: CauseAssessment['cause'], trigger: CauseAssessment['trigger'], confidence: number) =>
  ({ cause, trigger, confidence, evidence: [] }) satisfies CauseAssessment;

test('the surest opinion in sum wins, the unknown does not outvote it', () => {
  const opinions = [
    assessment('capacity', 'traffic', 0.9),
    assessment('configuration', 'deployment', 0.5),
    assessment('configuration', 'traffic', 0.5),
    assessment('unknown', 'unknown', 0),
    assessment('unknown', 'unknown', 0),
  ];
  expect(combineCauses(opinions)).toEqual({ cause: 'configuration', trigger: 'traffic' });
  expect(combineCauses(opinions.toReversed())).toEqual({ cause: 'configuration', trigger: 'traffic' });
});

test('where nothing is known nothing is claimed', () => {
  expect(combineCauses([])).toEqual({ cause: 'unknown', trigger: 'unknown' });
  expect(combineCauses([assessment('unknown', 'time', 0.3)])).toEqual({ cause: 'unknown', trigger: 'time' });
});
