import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { findPatterns } from '@refrain/analysis';
import type { Failure } from '@refrain/domain';

export interface ReclusterResult {
  readonly failures: number;
  readonly patterns: number;
  readonly unassigned: number;
  readonly seconds: number;
  readonly peakMemoryMb: number;
  readonly inputMemoryMb: number;
}

// `node recluster-run.js FILE` clusters failures (JSON Lines) and prints duration and memory as one line of JSON.
const failures: Failure[] = [];
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  failures.push(JSON.parse(line) as Failure);
}
const inputMemoryMb = memoryMb();
const started = performance.now();
const { patterns } = findPatterns({ failures, episodes: [], corrections: [], previous: [], newPatternId: (id) => id });
const seconds = Math.round(performance.now() - started) / 1_000;
const assigned = patterns.reduce((sum, { members }) => sum + members.length, 0);
const result: ReclusterResult = {
  failures: failures.length,
  patterns: patterns.length,
  unassigned: Math.round((1 - assigned / failures.length) * 1_000) / 1_000,
  seconds,
  peakMemoryMb: memoryMb(),
  inputMemoryMb,
};
process.stdout.write(`${JSON.stringify(result)}\n`);

function memoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
