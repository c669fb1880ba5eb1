import { expect, test } from 'vitest';
import { describeMissingKnowledge } from './describe-missing-knowledge.ts';

const nothing = { component: null, symptom: null, mechanism: null, rootCause: null, trigger: null, resolution: null };
const unknown = { kind: 'incident', text: '', statements: nothing, changeAssessment: null, resolution: null } as const;

test('describeMissingKnowledge says which texts would state the cause and the resolution', () => {
  expect(describeMissingKnowledge(unknown, 'PagerDuty')).toBe(
    'Only the title and the times are known. The cause and the resolution would be stated in notes or a linked post-mortem in PagerDuty.',
  );
  expect(describeMissingKnowledge({ ...unknown, kind: 'failed_deployment', text: 'exit code 1' }, null)).toBe(
    'The text states neither a cause nor a resolution. They would be stated in the log or the pull request.',
  );
});

test('describeMissingKnowledge says nothing if a cause or a resolution is known', () => {
  const rootCause = { quote: 'the disk was full', confidence: 0.7, isDecided: false };
  expect(describeMissingKnowledge({ ...unknown, statements: { ...nothing, rootCause } }, null)).toBeNull();
  const resolution = { stated: { quote: 'we freed it', confidence: 0.7 }, change: null };
  expect(describeMissingKnowledge({ ...unknown, resolution }, null)).toBeNull();
});
