import { expect, test } from 'vitest';
import { createErasedNameHash, createErasedNameRecogniser } from './erased-name-recogniser.ts';

const secret = Buffer.alloc(32, 5);
const of = (...people: string[]) =>
  createErasedNameRecogniser(
    secret,
    people.map((name) => createErasedNameHash(secret, 'person', name)),
  );
const gone = createErasedNameRecogniser(secret, [
  createErasedNameHash(secret, 'repository', 'Acme/Check-Out'),
  createErasedNameHash(secret, 'repository_id', '4711'),
]);

test.each([
  ['Ann Archer spotted it, then ANN ARCHER again', 'someone spotted it, then someone again'],
  ['by Ann-Archer, ann.archer@acme.example and @ann_archer', 'by someone, someone@acme.example and @someone'],
  [
    'Ann, who is no Archer; Ann\nArcher; Joann Archer; Ann Archers',
    'Ann, who is no Archer; Ann\nArcher; Joann Archer; Ann Archers',
  ],
  ['see https://github.com/ann-archer?tab=stars', 'see https://github.com/someone?tab=stars'],
  ['Zoë Ström', 'someone'],
])('redacts the name of an erased person in every spelling: %s', (text, expected) => {
  expect(of('Ann Archer', 'zoe\u0308 stro\u0308m').redact(text)).toBe(expected);
});

test.each([
  ['acme/check-out#12 and ACME/CHECK-OUT.', '[erased]#12 and [erased].'],
  ['https://github.com/acme/check-out/pull/1', 'https://github.com/[erased]/pull/1'],
  ['git@github.com:acme/check-out.git', 'git@github.com:[erased].git'],
  ['acme/check-out-2, acme/check, my-acme/check-out', 'acme/check-out-2, acme/check, my-acme/check-out'],
  ['?repo=acme%2Fcheck-out&repos%2facme%2fcheck-out', '?repo=[erased]&repos%2f[erased]'],
  ['{"url":"https:\\/\\/github.com\\/acme\\/check-out"}', '{"url":"https:\\/\\/github.com\\/[erased]"}'],
  ['repos/acme/check-out/acme/check-out', 'repos/[erased]/[erased]'],
])('redacts the name of an erased repository: %s', (text, expected) => {
  expect(gone.redact(text)).toBe(expected);
});

test('redactValue redacts every text of a value, including keys, but no number', () => {
  const value = {
    repository: { full_name: 'acme/check-out', id: 4711 },
    notes: ['of acme/check-out', null, true],
    'acme/check-out': 1,
  };
  expect(gone.redactValue(value)).toEqual({
    repository: { full_name: '[erased]', id: 4711 },
    notes: ['of [erased]', null, true],
    '[erased]': 1,
  });
});

test('a long text is redacted in several turns of the event loop, with the same result', async () => {
  const both = createErasedNameRecogniser(secret, [
    createErasedNameHash(secret, 'person', 'Ann Archer'),
    createErasedNameHash(secret, 'repository', 'acme/check-out'),
  ]);
  const value = { text: 'Ann Archer read a/b and acme/check-out. '.repeat(20_000), list: [1, null, 'Ann Archer'] };
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  });
  const redacted = await both.redactInSlices(value);
  clearInterval(counting);
  expect(redacted).toEqual(both.redactValue(value));
  expect(redacted.text).toBe('someone read a/b and [erased]. '.repeat(20_000));
  expect(turns).toBeGreaterThan(1);
});

test('an erased repository is recognised by its id, whatever its present name', () => {
  expect(gone.isRepository('acme/CHECK-OUT')).toBe(true);
  expect(gone.isRepository('acme/renamed', '4711')).toBe(true);
  expect(gone.isRepository('acme/renamed', '12')).toBe(false);
  expect(of('Ann Archer').isRepository('ann/archer')).toBe(false);
});

test('the hash of an erased name does not contain the name, and differs between installations', () => {
  const mark = createErasedNameHash(secret, 'person', 'Ann Archer');
  expect(mark).toEqual({
    kind: 'person',
    words: 2,
    hash: expect.stringMatching(/^[\da-f]{32}$/u),
    first: expect.stringMatching(/^[\da-f]{4}$/u),
  });
  expect(createErasedNameHash(secret, 'person', 'ann-archer')).toEqual(mark);
  expect(createErasedNameHash(Buffer.alloc(32, 6), 'person', 'Ann Archer').hash).not.toBe(mark.hash);
});

test.each([
  ['slashes', '/'.repeat(300_000)],
  ['names with slashes', 'a/'.repeat(50_000)],
  ['words', 'ann '.repeat(20_000)],
  ['one word', 'a'.repeat(1_000_000)],
])('redacting a hostile text takes no more than two seconds: %s', (_what, text) => {
  const both = createErasedNameRecogniser(secret, [
    createErasedNameHash(secret, 'repository', 'a/b'),
    createErasedNameHash(secret, 'person', 'Ann Archer Ann Archer'),
  ]);
  const before = process.cpuUsage();
  both.redact(text);
  const { user, system } = process.cpuUsage(before);
  // Processor time in microseconds, which other processes do not affect.
  expect(user + system).toBeLessThan(2_000_000);
});
