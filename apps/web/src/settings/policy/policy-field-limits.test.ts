import { expect, test } from 'vitest';
import { parsePolicyLimits } from './policy-field-limits.ts';

test('parsePolicyLimits returns the defaults and limits of the OpenAPI document, and nothing from a document without them', () => {
  const properties = {
    maxPerWeek: { type: 'integer', default: 3, minimum: 0, maximum: 10 },
    notesFrom: { default: null },
  };
  const document = { openapi: '3.1.1', components: { schemas: { ImprovementPolicy: { properties } } } };
  expect(parsePolicyLimits(document)).toEqual({
    maxPerWeek: { default: 3, minimum: 0, maximum: 10 },
    notesFrom: { default: null },
  });
  expect(parsePolicyLimits({ components: {} })).toEqual({});
});
