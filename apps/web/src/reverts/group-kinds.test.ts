import { expect, test } from 'vitest';
import { groupKinds } from './group-kinds.ts';

const kind = (template: string, needsDecision: boolean, isDecided = false) => ({
  template,
  needsDecision,
  decision: isDecided ? { areFailures: false, correctionId: template, decidedAt: '' } : null,
});

test('groupKinds lists a decided kind only below the decided ones, whatever group it was in before', () => {
  const { undecided, other, decided } = groupKinds([
    kind('a', true),
    kind('b', false, true),
    kind('c', false),
    kind('d', false, true),
    kind('e', true),
  ]);
  const namesOf = (kinds: readonly { readonly template: string }[]) => kinds.map(({ template }) => template);
  expect(namesOf(undecided)).toEqual(['a', 'e']);
  expect(namesOf(other)).toEqual(['c']);
  expect(namesOf(decided)).toEqual(['b', 'd']);
});
