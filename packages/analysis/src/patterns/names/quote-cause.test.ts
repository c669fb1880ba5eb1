import { expect, test } from 'vitest';
import { readReport } from '../../extraction/read-report.ts';
import { stateExplanation } from '../../extraction/state-explanation.ts';
import { findMechanism } from '../../mechanisms/find-mechanisms.ts';
import { quoteCause } from './quote-cause.ts';

const quote = (causes: readonly string[], shared: string | null, likely: string | null = null) => {
  const explained = causes.map((cause, at) => {
    const member = { id: `f${at}`, title: 'Till down', text: `## Root cause\n\n${cause}`, occurredAt: '' };
    return { member, reading: readReport(member), ...stateExplanation(member, new Map()) };
  });
  const find = (name: string | null) => (name === null ? null : findMechanism(name));
  return quoteCause(
    explained,
    { shared: find(shared), likely: find(likely) },
    new Map(causes.map((text, at) => [`f${at}`, text])),
  );
};
const full = 'The root cause was that the disk of the till was full.';
const expired = 'The root cause was that the certificate of the till had expired.';

test('quoteCause quotes a cause that states the shared mechanism', () => {
  expect(quote([full, expired, expired], 'Disk full')).toEqual({ failureId: 'f0', quote: full, of: null });
});

test('quoteCause quotes nothing if no report states the shared mechanism', () => {
  expect(quote([expired, expired], 'Disk full')).toBeNull();
});

test('quoteCause counts the stated causes without a shared mechanism, and prefers a likely mechanism', () => {
  expect(quote([full, expired], null, 'Disk full')).toEqual({ failureId: 'f0', quote: full, of: 2 });
  expect(quote([full, expired], null)?.of).toBe(2);
});

test('quoteCause quotes no sentence with a long address', () => {
  expect(
    quote([`The root cause was https://example.org/${'a'.repeat(60)}, because the disk was full.`], null),
  ).toBeNull();
});
