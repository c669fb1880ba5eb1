import { expect, test } from 'vitest';
import { findRemedies } from './find-remedies.ts';
import { remedies } from './remedies.ts';

const idsOf = (passage: string) => findRemedies(passage).map(({ id }) => id);

test.each([
  ['We put the previous release of the till back.', 'rollback'],
  ['The price list was rolled back.', 'rollback'],
  ['The gate was restarted at noon.', 'restarted'],
  ['The crew doubled the memory of the ticket printer.', 'capacity-added'],
  ['The timeout of the readiness probe was raised to six seconds.', 'threshold-changed'],
  ['We throttled the nightly copy.', 'load-reduced'],
  ['The crawler was blocked at the edge.', 'load-reduced'],
  ['The address of the mill was corrected in the routing rule.', 'configuration-corrected'],
  ['The certificate of the gate was renewed.', 'credential-replaced'],
  ['We restored the table from the backup.', 'data-repaired'],
  ['The old logs were deleted.', 'data-repaired'],
  ['All requests were redirected to the second site.', 'traffic-moved'],
  ['The mail provider fixed it.', 'supplier-fix'],
  ['A hotfix for the parser was released.', 'later-change'],
  ['The feature flag was turned off.', 'disabled'],
  ['The lift recovered on its own.', 'ended-itself'],
])('findRemedies reads “%s” as %s', (passage, id) => {
  expect(idsOf(passage)).toEqual([id]);
});

test('findRemedies lists the remedies of all actions of a passage in its order', () => {
  expect(idsOf('We restarted the till and added two nodes. Later the release was reverted.')).toEqual([
    'restarted',
    'capacity-added',
    'rollback',
  ]);
});

test.each([
  ['a plan', 'We will restart the till.'],
  ['a possibility', 'Customers can upgrade to a larger plan.'],
  ['a purpose', 'The crew met to reduce the load.'],
  ['a reason', 'It was slow because the certificate was renewed.'],
  ['a confirmation', 'The crew confirmed that the till can trigger a scale up.'],
  ['a consequence', 'It ended with a step that enabled clients to reduce the load.'],
  ['what was affected', 'The trouble affecting all mail providers has been mitigated.'],
  ['a denial', 'It was over without a restart.'],
  ['a status', 'All tills are healthy again.'],
])('findRemedies ignores %s: “%s”', (_, passage) => {
  expect(idsOf(passage)).toEqual([]);
});

test('findRemedies does not read what an action was for as another remedy', () => {
  expect(idsOf('restarted all pods so they pick up the new password')).toEqual(['restarted']);
});

test('findRemedies does not read the object of a rollback as another remedy', () => {
  expect(idsOf('It was resolved by rolling back the change of the routing configuration.')).toEqual(['rollback']);
});

test('the ids, names and means of remedies are unique', () => {
  for (const key of ['id', 'name', 'means'] as const)
    expect(new Set(remedies.map((remedy) => remedy[key])).size).toBe(remedies.length);
});
