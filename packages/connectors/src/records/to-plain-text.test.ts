import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAlertDetails } from '../pagerduty/records/alert-details.ts';
import { mapNamesToRoles } from '../people/people.ts';
import { matchGlob } from './match-glob.ts';
import { joinTextParts, removeHtmlComments, toPlainText, toPlainTitle } from './to-plain-text.ts';

describe('plain text', () => {
  it('returns storable text for any input, without NUL or lone surrogates, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = toPlainText(`${text}\ud800\u0000`, {});
        expect(plain).not.toContain('\u0000');
        expect(Buffer.from(plain).toString()).toBe(plain);
        expect(toPlainText(plain, {})).toBe(plain);
      }),
    );
  });

  it('drops trailers with names of people, and keeps other trailers', () => {
    const text = 'Why.\n\nSigned-off-by: A <a@x.test>\nFixes: #3\nCo-authored-by: B <b@x.test>';
    expect(toPlainText(text, {})).toBe('Why.\n\nFixes: #3');
  });

  it.each([
    ['postgres://app:Xk9$mQ2!vL8#pTz4@db.example.com/prod', 'postgres://[secret]@db.example.com/prod'],
    ['postgres://app:Xk9%24mQ2%21@db.example.com:5432', 'postgres://[secret]@db.example.com:5432'],
    ['redis://:p4ssW0rd!@cache:6379/0', 'redis://[secret]@cache:6379/0'],
    ['https://user:to/k:en$en@git.example.com/r.git', 'https://[secret]@git.example.com/r.git'],
    ['amqp://guest:gu3st@~9@rabbit-1', 'amqp://[secret]@rabbit-1'],
  ])('removes a password that would look like an email address: %s', (text, expected) => {
    expect(toPlainText(`cannot reach ${text} again`, {})).toBe(`cannot reach ${expected} again`);
    expect(toPlainTitle(`cannot reach ${text}`, {})).toBe(`cannot reach ${expected}`);
  });

  it.each([
    ['\u001b[36mDB_HOST\u001b[0m=\u001b[1;33mdb1\u001b[0m', 'DB_HOST=db1'],
    ['\u009b31mred\u009b0m, \u001b[2Kgone, \u001b(Bplain', 'red, gone, plain'],
    ['\u001b]0;title\u0007a \u001b]8;;https://a.example\u001b\\link\u001b]8;;\u001b\\', 'a link'],
    ['cut off \u001b[38;5', 'cut off'],
  ])('removes terminal sequences completely: %j', (text, expected) => {
    expect(toPlainText(text, {})).toBe(expected);
    expect(toPlainTitle(text, {})).toBe(expected);
  });

  it('removes terminal sequences in time proportional to the length of the text', () => {
    for (const part of ['\u001b[', '\u001b]', '\u001b[1;', '\u009b ', '\u001b]a', '\u001b ']) {
      const text = part.repeat(30_000);
      const started = process.cpuUsage();
      toPlainText(text, {});
      expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
    }
  });

  it('collapses a title to one line', () => {
    expect(toPlainTitle('Broken\r\n  by Jo Doe', { 'Jo Doe': 'author' })).toBe('Broken by author');
  });
});

describe('roles of people in a record', () => {
  it('bots and single letters get no role, and a person with two roles keeps the first', () => {
    const people = [
      { role: 'author', names: ['jdoe', 'x', null, 'dependabot[bot]'] },
      { role: 'reviewer', names: ['jdoe', 'ann'] },
    ];
    expect(mapNamesToRoles(people)).toEqual({ jdoe: 'author', ann: 'reviewer' });
  });

  it('names such as “password” get no role, because their replacement would hide a secret from the search', () => {
    const names = ['password', 'API key', 'DB_PASSWORD', 'token', 'Will Secretan', 'Jane Key'];
    expect(Object.keys(mapNamesToRoles([{ role: 'responder 1', names }]))).toEqual(['Will Secretan', 'Jane Key']);
  });

  it('at most 100 names of a record get roles', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `name ${index}`);
    expect(Object.keys(mapNamesToRoles([{ role: 'author', names }]))).toEqual(names.slice(0, 100));
  });
});

it('drops repeated and empty parts of a text', () => {
  expect(joinTextParts([' a ', null, 'b', 'a', ''])).toBe('a\n\nb');
});

describe('matchGlob', () => {
  it('matchGlob supports * and ?, and ignores case', () => {
    expect(matchGlob('acme/*-api', 'Acme/pay-API')).toBe(true);
    expect(matchGlob('acme/*', 'acme-labs/x')).toBe(false);
    expect(matchGlob('v?', 'v')).toBe(false);
    expect(matchGlob('a.c', 'abc')).toBe(false);
    expect(matchGlob('*', '')).toBe(true);
  });

  it('matchGlob takes time proportional to the product of the lengths', () => {
    const started = process.cpuUsage();
    expect(matchGlob(`${'*a'.repeat(100)}b`, 'a'.repeat(5_000))).toBe(false);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
  });
});

it('keeps visible text when HTML comments are removed', () => {
  expect(removeHtmlComments('<!-- what? -->Cards refused<!---->\n<!-- a\nb -->done <!-- open')).toBe(
    'Cards refused\ndone <!-- open',
  );
  const started = process.cpuUsage();
  removeHtmlComments('<!--'.repeat(100_000));
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
});

it('flattens any JSON of an alert to a limited number of lines', () => {
  expect(formatAlertDetails({ a: { b: [1, 'two'] }, client_url: 'x', none: null })).toBe('b: 1\nb: two');
  expect(formatAlertDetails('plain')).toBe('plain');
  const wide = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, 'v'.repeat(9_000)]));
  expect(formatAlertDetails(wide).length).toBeLessThan(90_000);
});
