import { expect, test } from 'vitest';
import { groupGuardrails } from './group-guardrails.ts';

const createGuardrail = (id: string, cause: 'code_defect' | 'configuration') => ({
  id,
  name: id.toUpperCase(),
  answers: [{ causes: [cause], triggers: [], share: { low: 0.1, high: 0.5 } }],
});
const all = [
  createGuardrail('d', 'configuration'),
  createGuardrail('c', 'code_defect'),
  createGuardrail('b', 'code_defect'),
  createGuardrail('a', 'code_defect'),
] as unknown as Parameters<typeof groupGuardrails>[1];

test('groupGuardrails lists recommended guardrails first, then those that address the same cause', () => {
  const [recommended, ...others] = groupGuardrails([{ id: 'c', name: 'C' }], all);
  expect(recommended).toEqual({ group: 'Recommended for this pattern', items: [{ value: 'c', label: 'C' }] });
  expect(others.map(({ items }) => items.map(({ value }) => value))).toEqual([['a', 'b'], ['d']]);
});

test('groupGuardrails omits the group of recommended guardrails if there are none', () => {
  expect(groupGuardrails([], all).flatMap(({ items }) => items)).toHaveLength(4);
});
