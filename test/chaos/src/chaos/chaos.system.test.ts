import { expect, test } from 'vitest';
import { chaosRunSettings } from './chaos-run-settings.ts';
import { describeChaosResult } from './describe-chaos-result.ts';
import { runChaos } from './run-chaos.ts';

test('after every kind of fault no record is lost or duplicated, each pattern has one issue, and the patterns match a run without faults', async () => {
  const lines: string[] = [];
  const result = await runChaos({
    ...chaosRunSettings.short,
    seed: 1,
    env: process.env,
    signal: new AbortController().signal,
    print: (line) => lines.push(line),
  });
  const { line, details, problems } = describeChaosResult('short', chaosRunSettings.short.events, result);
  process.stderr.write(`${JSON.stringify(details)}\n${JSON.stringify(line)}\n`);
  expect(problems, lines.join('\n')).toEqual([]);
  const sent = chaosRunSettings.short.events;
  const faults = Object.values(result.faults).reduce((sum, count) => sum + count, 0);
  const held = { lost: 0, duplicated: 0, duplicateIssues: 0, samePatterns: true };
  expect(JSON.stringify(line)).toBe(JSON.stringify({ chaos: 'short', faults, sent, stored: sent, ...held }));
  expect(result.patterns).toBeGreaterThan(2);
  expect(result.issues).toBeGreaterThan(0);
  // Not every machine permits simulating faults of disks and of the network, but CI does.
  const kinds = Object.keys(result.faults);
  expect(kinds.length, kinds.join()).toBeGreaterThanOrEqual(
    process.env.CI ? Object.keys(chaosRunSettings.short.durations).length : 7,
  );
});
