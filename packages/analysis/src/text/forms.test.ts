import { expect, test } from 'vitest';
import { createFormRemover } from './forms.ts';

const footer = 'We apologise to all who are affected';

test('what stands under many titles is a form, what stands under one is not', () => {
  const pages = Array.from({ length: 30 }, (_, index) => ({
    title: `outage ${index}`,
    statements: [`Part ${'x'.repeat(index + 1)} broke`, footer],
  }));
  const alerts = Array.from({ length: 30 }, () => ({
    title: 'replica lags',
    statements: ['the replica is far behind its primary'],
  }));
  const remove = createFormRemover([...pages, ...alerts]);
  expect(remove(`${footer} by the broken pump`).replace(/\s+/gu, ' ')).toBe(' by the broken pump');
  expect(remove('the replica is far behind its primary')).toBe('the replica is far behind its primary');
});

test('few documents know no forms', () => {
  const remove = createFormRemover(
    Array.from({ length: 5 }, (_, index) => ({ title: `${index}`, statements: [footer] })),
  );
  expect(remove(footer)).toBe(footer);
});
