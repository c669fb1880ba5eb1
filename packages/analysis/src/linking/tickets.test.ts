import { expect, test } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createFailure, routineChanges } from './testing.ts';
import { findTicketIds } from './tickets.ts';

test('findTicketIds finds ticket ids, but no names of standards and no parts of words', () => {
  const text = 'PAY-1234 and OPS-77, PAY-1234 again; SHA-256, ISO-8601, RFC-7231, UTF-16, X-PAY-12-a, pay-99, P-1';
  expect([...findTicketIds(text)]).toEqual(['PAY-1234', 'OPS-77']);
});

test("linkFailures considers a change that names the incident's ticket, unless many changes name that ticket", () => {
  const incident = createFailure('i1', 2, {
    services: ['Cart'],
    title: 'Totals off',
    text: 'see PAY-1234',
    resolvedAt: at(4),
  });
  const shared = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      createChange(`p${index}`, 1 - index, { repository: 'acme/mail', title: 'Step', text: 'for PAY-1234' }),
    );
  const evidenceWith = (count: number) =>
    linkFailures({ failures: [incident], changes: [...routineChanges, ...shared(count)], corrections: [] })
      .changeAssessments.flatMap(({ candidates }) => candidates)
      .flatMap(({ evidence }) => evidence.map(({ detail }) => detail));
  expect(evidenceWith(1)).toContain('both name PAY-1234');
  expect(evidenceWith(9)).not.toContain('both name PAY-1234');
});
