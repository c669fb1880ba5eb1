import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { countEdits } from './count-edits.ts';
import { createSpelling } from './spelling.ts';

const document = (title: string) => normaliseDocument({ id: title, title, text: '', occurredAt: '' });

test.each([
  ['certificte', 'certificate', 1],
  ['tiemout', 'timeout', 1],
  ['databsae', 'database', 1],
  ['same', 'same', 0],
  ['kitten', 'sitting', 3],
])('countEdits counts the typing errors between %s and %s', (a, b, edits) => {
  expect(countEdits(a, b, 5)).toBe(edits);
});

test('countEdits stops above its limit', () => {
  expect(countEdits('kitten', 'sitting', 1)).toBe(2);
  expect(countEdits('a', 'abcdef', 2)).toBe(3);
});

test('findMeant returns the closest word of at least two failures, the more frequent one of several', () => {
  const spelling = createSpelling();
  const failures = ['certificate expired', 'certificate of gateway', 'certification late', 'exporter timeout'];
  for (const title of failures) spelling.count(document(title), 1);
  expect(spelling.findMeant('certificte')).toBe('certificate');
  expect(spelling.findMeant('tiemout')).toBeNull();
  spelling.count(document('timeout of exporter'), 1);
  expect(spelling.findMeant('tiemout')).toBe('timeout');
  expect(spelling.findMeant('importer')).toBeNull();
  spelling.count(document('timeout of exporter'), -1);
  expect(spelling.findMeant('tiemout')).toBeNull();
});
