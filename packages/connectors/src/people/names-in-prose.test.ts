import { expect, test } from 'vitest';
import { findNamesInProse, redactGivenNames, redactNamesInProse } from './names-in-prose.ts';

test.each([
  ['Sarah rolled the release back', [], ['Sarah']],
  ['**James**: rolled the release back', [], ['James']],
  ['Sarah Gibbons rolled it back, and Jan Kowalski watched', ['Sarah Gibbons', 'Jan Kowalski'], []],
  ['It was Xenia de Groot who saw it', ['Xenia de Groot'], []],
  ['Xyrkal suggested a restart', [], ['Xyrkal']],
  ["Natalie's change went live", [], ['Natalie']],
])('finds the names of people in %j', (text, full, given) => {
  expect(findNamesInProse(text)).toEqual({ full, given });
});

test.each([
  'Grafana reported a spike, and Prometheus was down. Users noticed it. Spike is over.',
  'The victor hub was down. Victor was restarted.',
  'Sierra did not answer, and Claude Opus was slow.',
  'On Jan 12 the certificate expired. In May it was renewed.',
  'sarah-service and james.example.com and /home/Robert were moved',
  'Team said no. The Message and I.',
])('finds no name of a person in %j', (text) => {
  expect(findNamesInProse(text)).toEqual({ full: [], given: [] });
});

test('replaces given names by “someone” where they are capitalised', () => {
  const text = 'Sarah asked Robert to look. sarah-service was fine.';
  expect(redactGivenNames(text, findNamesInProse(text))).toBe('someone asked someone to look. sarah-service was fine.');
});

test('redacts people in the title, text and evidence of a failure', () => {
  const failure = {
    title: 'Revert what Sarah Connor merged',
    text: 'Sarah saw errors',
    decidingWords: ['Sarah saw errors'],
  };
  expect(redactNamesInProse(failure)).toEqual({
    title: 'Revert what someone merged',
    text: 'someone saw errors',
    decidingWords: ['someone saw errors'],
  });
});

test('returns a failure without names unchanged', () => {
  const failure = { title: 'Mark KeyProvider as private', text: 'Athena was down' };
  expect(redactNamesInProse(failure)).toBe(failure);
});

test('finds names in time proportional to the length of a text', () => {
  for (const part of ['Sarah ', 'Sarah de la ', 'Ab ', "O'", 'A-B-']) {
    const started = process.cpuUsage();
    findNamesInProse(part.repeat(60_000 / part.length));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  }
});

test.each([
  ['different words', (word: string) => `${word} `],
  ['different words with a capital', (word: string) => `${capitalise(word)} `],
  ['different surnames', (word: string) => `Sarah ${capitalise(word)}ed `],
  ['different names with a hyphen', (word: string) => `Sarah-${capitalise(word)} `],
])('finds names in a long text of %s in a fraction of a second', (_, write) => {
  const words = Array.from({ length: 12_000 }, (_, at) => write(wordOf(at)));
  const text = words.join('').slice(0, 59_900);
  const started = process.cpuUsage();
  findNamesInProse(text);
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
});

/** Returns a different four-letter word for each number. */
function wordOf(number: number): string {
  return Array.from({ length: 4 }, (_, at) => String.fromCharCode(97 + (Math.floor(number / 26 ** at) % 26))).join('');
}

function capitalise(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
