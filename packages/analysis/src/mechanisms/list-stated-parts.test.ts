import { expect, test } from 'vitest';
import { indexWordPositions } from '../text/phrases/word-positions.ts';
import { findMechanisms } from './find-mechanisms.ts';
import { listClearMechanisms } from './list-clear-mechanisms.ts';
import { listStatedParts } from './list-stated-parts.ts';

const findClear = (sentence: string): string[] => {
  const parts = listStatedParts(sentence).map(({ text, factor }) => ({ text, weight: factor }));
  return listClearMechanisms(findMechanisms(indexWordPositions(parts))).map(({ mechanism }) => mechanism.id);
};

test.each([
  ['a denial', 'No data was lost while the writes were queued.'],
  ['a denial', 'The disk was not the cause, and we ruled out that the pods ran out of memory.'],
  ['a purpose', 'The limit exists to prevent that a pod runs out of memory.'],
  ['a plan', 'We will add an alert for certificates that expired.'],
  ['a plan', 'We are adding a check for certificates that have not been renewed.'],
  ['a remedy', 'The incident was mitigated by raising the memory limit of the exceeded quota.'],
  ['advice', 'If you hit the rate limit, please try again later.'],
  ['a question', 'Did the certificate expire?'],
  ['a guess', 'The certificate may have expired.'],
  ['a symptom', 'New jobs will fail with an error that the disk is full.'],
  ['a check that missed the failure', 'The routing of works changed, and end to end tests did not catch the problem.'],
  ['an unrelated matter', 'Failing over was slow due to an unrelated replication lag.'],
  ['a database of customers', 'Customers lost the connection to their database, and we found the problem.'],
  ['products instead of production', 'Creations and deletions failed in several products.'],
  ['structured data', '{"error": "certificate expired"}'],
])('a sentence with %s states no mechanism clearly: “%s”', (_, sentence) => {
  expect(findClear(sentence)).toEqual([]);
});

test.each([
  ['The certificate had expired, and we will renew it earlier.', 'certificate-expired'],
  ['To reduce the load, we added a cache, but the pods ran out of memory.', 'memory-exhausted'],
  ['The engineer was not aware in which workspace the command ran.', 'wrong-target'],
  ['The secret was recreated, and running services still used the old key.', 'credential-changed'],
  ['A pipeline detached all targets from the load balancer.', 'backends-detached'],
  ['The replication state of the backend was unhealthy.', 'replication-broken'],
  ['A repair job deleted entries from the search index.', 'index-unusable'],
  ['The hosts lost connectivity to the load balancer.', 'load-balancer-failed'],
])('the sentence “%s” clearly states %s', (sentence, id) => {
  expect(findClear(sentence)[0]).toBe(id);
});

test('listStatedParts keeps all words of a sentence, those of a plan with less weight', () => {
  expect(listStatedParts('The disk was full and we will add a larger one')).toEqual([
    { text: 'The disk was full and ', factor: 1 },
    { text: 'we will add a larger one', factor: 0.3 },
  ]);
});
