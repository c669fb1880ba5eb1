import { expect, test } from 'vitest';
import { findResolution } from './find-resolution.ts';

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

test('findResolution quotes the sentence of a section about the resolution', () => {
  expect(findResolution(report)).toEqual({
    quote:
      'We raised the size of the pool to 60 and restarted the service, after which all requests were answered again.',
    confidence: 0.72,
  });
});

test('findResolution prefers the section about the resolution to a timeline', () => {
  const found = findResolution(`## Timeline

- 10:02 Orders time out
- 10:20 The queue was restarted
- 10:25 Restarted once more, everything recovered

## Resolution

- The broker was moved to a larger disk.`);
  expect(found?.quote).toBe('The broker was moved to a larger disk.');
});

test('findResolution quotes an action and its success from a timeline', () => {
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

test('findResolution quotes only the lines about the action and its success from notes without sections', () => {
  const notes = `shop is slow
runbook: see the wiki
nobody was at work there
restarted the worker by hand
all checks are healthy again`;
  expect(findResolution(notes)?.quote).toBe('restarted the worker by hand\nall checks are healthy again');
});

test('findResolution quotes a recovery without an action from a section about the resolution', () => {
  const found = findResolution('## Resolution\n\nThe provider confirmed that the zone is healthy again.');
  expect(found?.quote).toBe('The provider confirmed that the zone is healthy again.');
});

test('findResolution quotes a short section about the resolution if no passage states one', () => {
  const entry = 'Twice the usual memory for the pods of the nightly import.';
  expect(findResolution(`## Resolution\n\n${entry}`)?.quote).toBe(entry);
  expect(findResolution('## Resolution\n\nNot known yet, see the channel.')).toBeNull();
  expect(findResolution("## Resolution\n\nWe'll double the memory of the pods next week.")).toBeNull();
  expect(findResolution(`## Resolution\n\n${`${entry}\n`.repeat(5)}`)).toBeNull();
});

test('findResolution returns null for a report that states no resolution', () => {
  expect(findResolution('The lift stood between two floors. Nobody knows why.')).toBeNull();
  expect(findResolution('## Impact\n\nUsers saw an empty page for two hours.')).toBeNull();
  expect(findResolution('')).toBeNull();
});

test('findResolution returns null for an action that caused the incident', () => {
  expect(findResolution('## Resolution\n\nThe index was deleted. This caused all searches to fail.')).toBeNull();
  expect(findResolution('## Timeline\n\n10:00 The index was deleted, searches were unable to run.')).toBeNull();
});

test('findResolution returns null for plans, and for messages about the incident', () => {
  expect(findResolution("## Timeline\n\n10:00 We'll roll back the release and it should recover.")).toBeNull();
  expect(findResolution('## Timeline\n\n10:00 Status page updated: service recovered.')).toBeNull();
  expect(findResolution('## Action items\n\n- Restarted workers recovered, so restart them by a job.')).toBeNull();
});

test('findResolution returns null for updates of a status page that name no action', () => {
  const text =
    'For further updates, visit the page of the mill. Users believed that mail was impacted. It is healthy again.';
  expect(findResolution(text)).toBeNull();
});

test('findResolution reads a megabyte of text in less than two seconds of processor time', () => {
  const texts = ['We restarted the pod and it recovered. ', '# Fix\nIt recovered.\n', '[a](', 'incident was ', 'ab'];
  const started = process.cpuUsage();
  for (const text of texts) findResolution(`Resolution: ${text.repeat(1_000_000 / text.length)}`);
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(texts.length * 2_000);
});
