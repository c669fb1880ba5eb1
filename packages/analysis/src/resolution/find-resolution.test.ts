import { expect, test } from 'vitest';
import { findResolution } from './find-resolution.ts';
import { listPassages } from './list-passages.ts';
import { readSentences } from './read-sentences.ts';

const report = `# Checkout answered 502

## Summary

Customers could not pay for an hour. The support desk was called 40 times.

## Root cause

The connection pool was too small for the load of the sale.

## Resolution

We raised the size of the pool to 60 and restarted the service, after which all requests were answered again.

## Action items

- [ ] We should alert on the size of the pool.
- [ ] Restore the dashboard of connections.
`;

test('the sentence of a section about the resolution is quoted', () => {
  expect(findResolution(report)).toEqual({
    quote:
      'We raised the size of the pool to 60 and restarted the service, after which all requests were answered again.',
    confidence: 0.72,
  });
});

test('in a timeline the action and its success are quoted', () => {
  const timeline = `## Timeline

- 09:02 Pingdom alerts that the gateway is down
- 09:10 Two engineers look into the logs
- 09:25 The release of 09:00 is rolled back
- 09:31 All checks are healthy again, incident resolved
- 10:00 We plan to add a test`;
  const found = findResolution(timeline);
  expect(found?.quote).toContain('The release of 09:00 is rolled back');
  expect(found?.quote).not.toContain('We plan to add a test');
});

test('of notes without sections only the lines about the action and its success are quoted, as lines', () => {
  const notes = `shop is slow
runbook: see the wiki
nobody was at work there
restarted the worker by hand
all checks are healthy again`;
  expect(findResolution(notes)?.quote).toBe('restarted the worker by hand\nall checks are healthy again');
});

test('nothing is quoted from a report that tells no resolution', () => {
  expect(findResolution('The lift stood between two floors. Nobody knows why.')).toBeNull();
  expect(findResolution('## Impact\n\nUsers saw an empty page for two hours.')).toBeNull();
  expect(findResolution('')).toBeNull();
});

test('sentences know their section and whether their line begins with a time', () => {
  expect(readSentences(report).map(({ section }) => section)).toEqual([
    ...['summary', 'summary', 'root cause', 'resolution', 'action items', 'action items'],
  ]);
  expect(readSentences('- 2026-01-02 10:15 The pool ran dry').map(({ isTimed }) => isTimed)).toEqual([true]);
  expect(readSentences('**Resolved**: the pool was raised')[0]).toMatchObject({ section: 'resolved' });
});

test('passages stay within a section and below 59 words', () => {
  const long = Array.from({ length: 30 }, (_, at) => `The server number ${at} was restarted by hand.`).join('\n');
  const passages = listPassages(`## Resolution\n\n${long}\n\n## Impact\n\nNobody noticed it.`);
  const texts = passages.map(({ sentences }) => sentences.map(({ text }) => text).join(' '));
  expect(texts.every((text) => (text.match(/\w+/gu)?.length ?? 0) <= 58)).toBe(true);
  expect(texts.some((text) => text.includes('restarted') && text.includes('Nobody'))).toBe(false);
});

test('a report of 60,000 characters is read in seconds', () => {
  const text = `## Resolution\n\n${'We restarted the pod and it was healthy again. '.repeat(1_300)}`;
  const started = process.cpuUsage();
  findResolution(text);
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(8_000);
});
