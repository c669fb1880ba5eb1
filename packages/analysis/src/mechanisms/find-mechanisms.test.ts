import { describe, expect, test } from 'vitest';
import { indexWordPositions } from '../text/phrases/word-positions.ts';
import { findMechanisms, listSearchedMechanisms } from './find-mechanisms.ts';
import { mechanisms } from './library/all.ts';

const find = (...texts: string[]) => findMechanisms(indexWordPositions(texts.map((text) => ({ text, weight: 1 }))));
const idsOf = (...texts: string[]) => find(...texts).map(({ mechanism }) => mechanism.id);

test.each([
  ['The certificate of the gateway had not been renewed.', 'certificate-expired'],
  ['Pods were killed because they ran out of memory.', 'memory-exhausted'],
  ['The log volume was full.', 'disk-full'],
  ['The script ran in the wrong cluster.', 'wrong-target'],
  ['All nodes were replaced at the same time.', 'all-at-once'],
  ['A firewall rule blocked valid requests.', 'firewall-block'],
  ['An upgrade of the ingress controller dropped old protocols.', 'upgrade-breaks'],
])('the sentence "%s" states %s', (text, id) => {
  expect(idsOf(text)[0]).toBe(id);
});

test('a mechanism has the position of the sentence that states it, and a sentence of little weight counts less', () => {
  const sentences = [
    { text: 'Users saw errors.', weight: 1 },
    { text: 'The disk was full.', weight: 0.1 },
    { text: 'The certificate had expired.', weight: 0.9 },
  ];
  expect(
    findMechanisms(indexWordPositions(sentences)).map(({ mechanism, sentence }) => [mechanism.id, sentence]),
  ).toEqual([
    ['certificate-expired', 2],
    ['disk-full', 1],
  ]);
});

test('sentences about something else state no mechanism', () => {
  expect(idsOf('The lift stood between two floors.', 'We informed the tenants by letter.')).toEqual([]);
});

test('a search finds the mechanisms that its words state or mention', () => {
  expect(listSearchedMechanisms('oom')).toEqual(['Out of memory']);
  expect(listSearchedMechanisms('payments')).toEqual([]);
});

describe('the mechanism library', () => {
  test('has unique ids and names, and a clause with one placeholder for the component', () => {
    expect(new Set(mechanisms.map(({ id }) => id)).size).toBe(mechanisms.length);
    expect(new Set(mechanisms.map(({ name }) => name)).size).toBe(mechanisms.length);
    for (const { clause } of mechanisms) expect(clause.match(/…/gu) ?? []).toHaveLength(clause.includes('…') ? 1 : 0);
  });

  test('finds each mechanism by its own phrases', () => {
    for (const { id, phrases } of mechanisms.filter((one) => one.phrases.length > 0)) {
      const [first = ''] = phrases;
      const sentence = first
        .split(' ')
        .map((word) => word.split('|')[0])
        .join(' ');
      expect(idsOf(sentence), `${id}: ${sentence}`).toContain(id);
    }
  });
});
