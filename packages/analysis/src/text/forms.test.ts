import { expect, test } from 'vitest';
import { removeForms } from './forms.ts';
import { collectLines } from './lines.ts';

const footer = 'We apologise to all who are affected';

function remove(...texts: { title: string; statements: string[] }[]) {
  return removeForms(
    collectLines(texts.map(({ statements }) => statements)),
    texts.map(({ title }) => title),
  );
}

test('what stands under many titles is a form, what stands under one is not', () => {
  const pages = Array.from({ length: 30 }, (_, index) => ({
    title: `outage ${index}`,
    statements: [`Part ${'x'.repeat(index + 1)} broke`, index > 0 ? footer : `${footer} by the broken pump`],
  }));
  const alerts = Array.from({ length: 30 }, () => ({
    title: 'replica lags',
    statements: ['the replica is far behind its primary'],
  }));
  const removed = remove(...pages, ...alerts);
  expect(removed.map((line) => line.replace(/\s+/gu, ' '))).toContain(' by the broken pump');
  expect(removed.filter((line) => line.trim() === '')).toHaveLength(1);
  expect(removed).toContain('the replica is far behind its primary');
});

test('few documents know no forms', () => {
  expect(remove(...Array.from({ length: 5 }, (_, index) => ({ title: `${index}`, statements: [footer] })))).toEqual([
    footer,
  ]);
});
