import { expect, test } from 'vitest';
import { describeResult } from './describe-result.ts';
import { forms } from './forms.ts';
import { runChaos } from './run-chaos.ts';

test('everything breaks once on which Refrain stands: nothing lost, nothing twice, one issue each, the same patterns', async () => {
  const said: string[] = [];
  const result = await runChaos({
    ...forms.short,
    ...{ seed: 1, env: process.env, signal: new AbortController().signal },
    say: (line) => said.push(line),
  });
  const { line, problems } = describeResult('short', forms.short.events, result);
  process.stderr.write(`${JSON.stringify(line)}\n`);
  expect(problems, said.join('\n')).toEqual([]);
  expect(line).toMatchObject({ chaos: 'short', stored: forms.short.events, lost: 0, duplicateIssues: 0 });
  expect(line).toMatchObject({ duplicated: 0, samePatterns: true });
  expect(result.patterns).toBeGreaterThan(2);
  expect(result.issues).toBeGreaterThan(0);
  // As root nothing is left out.
  const kinds = Object.keys(result.faults).length;
  expect(kinds).toBeGreaterThanOrEqual(7);
}, 500_000);
