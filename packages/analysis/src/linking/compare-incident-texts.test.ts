import { expect, test } from 'vitest';
import { createIncidentTextComparer } from './compare-incident-texts.ts';
import { createFailure } from './testing.ts';

/** Words that most texts of the simulated organisation contain in varying selections. */
const everyday =
  'region traffic requests elevated customers workers recovered engineers latency gateway storage console database cluster network restart deploy timeout memory queue replica backend alarm team dashboard';

function pickWords(seed: number): string {
  return everyday
    .split(' ')
    .filter((_, at) => (seed * 7 + at * 5) % 11 < 5)
    .join(' ');
}

const past = Array.from({ length: 60 }, (_, at) => createFailure(`p${at}`, at * 100, { text: pickWords(at) }));
const incident = (id: string, text: string) => createFailure(id, 9_000, { text });

function compare(a: string, b: string) {
  const [one, other] = [incident('a', a), incident('b', b)];
  return createIncidentTextComparer([...past, one, other])(one, other);
}

test('createIncidentTextComparer finds rare words that two texts share', () => {
  const { words, excess } = compare('kubelet lost the overlay bridge, vxlan down', 'vxlan overlay bridge gone');
  expect(words).toEqual(['bridge', 'overlay', 'vxlan']);
  expect(excess).toBeGreaterThan(5);
});

test('createIncidentTextComparer ignores words that texts of this length share by chance', () => {
  expect(compare(pickWords(3), pickWords(4)).excess).toBe(0);
});

test('createIncidentTextComparer calls only long texts without significant shared words unrelated', () => {
  const long = (prefix: string) =>
    Array.from({ length: 30 }, (_, at) => `${prefix}${'abcdefghij'[at % 10]}${'klm'[at % 3]}`);
  const [one, other] = [long('pra').join(' '), long('quo').join(' ')];
  expect(compare(one, other).areUnrelated).toBe(true);
  expect(compare(one, `${one} late`).areUnrelated).toBe(false);
  expect(compare('pump failed', 'fan failed').areUnrelated).toBe(false);
});
