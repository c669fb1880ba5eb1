import { expect, test } from 'vitest';
import { removeBoilerplate } from './forms.ts';
import { collectDistinctLines } from './lines.ts';

const footer = 'We apologise to all who are affected';

function remove(...texts: { title: string; statements: string[] }[]) {
  return removeBoilerplate(
    collectDistinctLines(texts.map(({ statements }) => statements)),
    texts.map(({ title }) => title),
  );
}

test('removeBoilerplate removes a phrase that occurs under many titles and keeps one that repeats under one title', () => {
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

test('removeBoilerplate removes a sentence that recurs under titles of three different subjects', () => {
  const zone = 'All times are in Bucharest';
  const titled = (...titles: string[]) => remove(...titles.map((title) => ({ title, statements: [title, zone] })));
  expect(titled('search is slow', 'disk of the database full', 'login fails')).not.toContain(zone);
  expect(titled('search is slow', 'login fails')).toContain(zone);
});

test('removeBoilerplate keeps a sentence that recurs under one subject only, and a log line', () => {
  const sentence = 'the pool of connections ran dry';
  const line = 'ERROR pool exhausted code=42';
  const titles = ['checkout down', 'checkout answers slowly', 'payments of checkout fail', 'login fails', 'disk full'];
  const removed = remove(
    ...titles.map((title) => ({ title, statements: [title, ...(title.includes('checkout') ? [sentence] : []), line] })),
    ...Array.from({ length: 40 }, (_, at) => ({ title: `subject ${'x'.repeat(at + 3)}`, statements: [''] })),
  );
  expect(removed).toContain(sentence);
  expect(removed).toContain(line);
});

test('removeBoilerplate removes nothing if there are only two documents', () => {
  expect(remove(...Array.from({ length: 2 }, (_, index) => ({ title: `${index}`, statements: [footer] })))).toEqual([
    footer,
  ]);
});
