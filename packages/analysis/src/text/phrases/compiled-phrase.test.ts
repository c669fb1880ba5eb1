import { expect, it } from 'vitest';
import { createTextIndex } from '../../guardrails/create-text-index.ts';
import { normaliseDocument } from '../normalise-document.ts';
import { compilePhrase, findPhrase } from './compiled-phrase.ts';

function find(phrase: string, text: string, names: string[] = []): string | null {
  const read = createTextIndex(normaliseDocument({ id: 'f', title: 'Alert', text, occurredAt: '' }), names);
  return findPhrase(compilePhrase(phrase), read.positions)?.words ?? null;
}

it('findPhrase finds words near each other in any order and inflection', () => {
  expect(find('cert|certificate expire', 'Expiry of nothing, but the certificates expired.')).toBe(
    'certificate expire',
  );
  expect(find('lock table', 'The table was locked')).toBe('lock table');
  expect(find('lock table', 'Locks. On the table.')).toBeNull();
  expect(find('lock table', 'The lock was held by a job that has nothing at all to do with that table')).toBeNull();
});

it('findPhrase matches each word of a phrase to a different word of the text', () => {
  expect(find('limit|quota quota|exceeded', 'the quota')).toBeNull();
  expect(find('limit|quota quota|exceeded', 'quota exceeded')).toBe('quota exceeded');
});

it('findPhrase distinguishes an agent noun such as "resolver" from its verb', () => {
  expect(find('resolver slow', 'It was resolved after a slow start')).toBeNull();
  expect(find('resolver slow', 'Slow resolvers in the cluster')).toBe('resolver slow');
});

it('findPhrase ignores service names, and causes that a text rules out', () => {
  expect(find('certificate', 'This is not a certificate problem.')).toBeNull();
  expect(find('certificate', 'Ruled out the certificate.')).toBeNull();
  expect(find('proxy', 'Errors in edge-proxy', ['Edge Proxy'])).toBeNull();
});

it('findPhrase weighs a phrase most in a sentence about a reason, less in one about a plan, and least in one about impact', () => {
  const weightOf = (text: string) =>
    findPhrase(
      compilePhrase('disk'),
      createTextIndex(normaliseDocument({ id: 'f', title: '', text, occurredAt: '' }), []).positions,
    )?.weight ?? 0;
  const [reason, plan, impact] = [
    weightOf('Because the disk was full.'),
    weightOf('We will watch the disk.'),
    weightOf('Users were unable to use the disk.'),
  ];
  expect(reason).toBeGreaterThan(plan);
  expect(plan).toBeGreaterThan(impact);
});

it('createTextIndex takes linear time', () => {
  const began = process.cpuUsage();
  createTextIndex(normaliseDocument({ id: 'f', title: 'x', text: 'not a '.repeat(200_000), occurredAt: '' }), []);
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000);
});
