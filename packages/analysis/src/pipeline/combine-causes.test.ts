import type { CauseAssessment } from '@refrain/domain';
import { expect, test } from 'vitest';
import { combineCauses } from './combine-causes.ts';

const assessment = (
  cause: CauseAssessment['cause'],
  trigger: CauseAssessment['trigger'],
  confidence: number,
  others: CauseAssessment['causes'] = [],
): CauseAssessment => ({
  ...{ cause, trigger, confidence, evidence: [] },
  causes: [...(cause === 'unknown' ? [] : [{ cause, confidence, evidence: [] }]), ...others],
  triggers: trigger === 'unknown' ? [] : [{ trigger, confidence, evidence: [] }],
});

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

test('a cause that is second in many outweighs one that is first in few, if any is named it', () => {
  const second: CauseAssessment['causes'] = [{ cause: 'data', confidence: 0.4, evidence: [] }];
  const first = assessment('capacity', 'unknown', 0.5, second);
  expect(combineCauses([first, first]).cause).toBe('capacity');
  expect(combineCauses([first, first, assessment('data', 'unknown', 0.6)]).cause).toBe('data');
  expect(combineCauses([assessment('unknown', 'unknown', 0, second)]).cause).toBe('unknown');
});
