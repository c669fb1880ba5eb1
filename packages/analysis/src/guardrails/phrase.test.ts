import { expect, it } from 'vitest';
import { normalise } from '../text/normalise.ts';
import { compilePhrase, findPhrase } from './phrase.ts';
import { readText } from './read-text.ts';

function find(phrase: string, text: string, names: string[] = []): string | null {
  const read = readText(normalise({ id: 'f', title: 'Alert', text, occurredAt: '' }), names);
  return findPhrase(compilePhrase(phrase), read)?.words ?? null;
}

it('finds words near each other, in any order and with any ending', () => {
  expect(find('cert|certificate expire', 'Expiry of nothing, but the certificates expired.')).toBe(
    'certificate expire',
  );
  expect(find('lock table', 'The table was locked')).toBe('lock table');
  expect(find('lock table', 'Locks. On the table.')).toBeNull();
  expect(find('lock table', 'The lock was held by a job that has nothing at all to do with that table')).toBeNull();
});

it('takes two words of a phrase from two places', () => {
  expect(find('limit|quota quota|exceeded', 'the quota')).toBeNull();
  expect(find('limit|quota quota|exceeded', 'quota exceeded')).toBe('quota exceeded');
});

it('tells who does from what is done', () => {
  expect(find('resolver slow', 'It was resolved after a slow start')).toBeNull();
  expect(find('resolver slow', 'Slow resolvers in the cluster')).toBe('resolver slow');
});

it('leaves out what is said not to be so, and names of services', () => {
  expect(find('certificate', 'This is not a certificate problem.')).toBeNull();
  expect(find('certificate', 'Ruled out the certificate.')).toBeNull();
  expect(find('proxy', 'Errors in edge-proxy', ['Edge Proxy'])).toBeNull();
});

it('counts a plan less than a reason, and more than what was hit', () => {
  const weightOf = (text: string) =>
    findPhrase(compilePhrase('disk'), readText(normalise({ id: 'f', title: '', text, occurredAt: '' }), []))?.weight ??
    0;
  const [reason, plan, impact] = [
    weightOf('Because the disk was full.'),
    weightOf('We will watch the disk.'),
    weightOf('Users were unable to use the disk.'),
  ];
  expect(reason).toBeGreaterThan(plan);
  expect(plan).toBeGreaterThan(impact);
});

it('takes time in proportion to the text', () => {
  const began = process.cpuUsage();
  readText(normalise({ id: 'f', title: 'x', text: 'not a '.repeat(200_000), occurredAt: '' }), []);
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000);
});
