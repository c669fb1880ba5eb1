import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { type EmulatorState, emulatorToken, generatedHistoryEnd } from './emulator-server.ts';
import { computeRecordCounts } from './world/generated-record-counts.ts';
import { listExpectedRecords } from './world/list-expected-records.ts';
import { makeEmulatedWorld } from './world/make-emulated-world.ts';

/**
 * Child process that emulates GitHub and PagerDuty without rate limits. Sends the parent process its records and
 * request counts when asked.
 */
const defaultSize = computeRecordCounts(Number(process.env.BENCH_FAILURES), generatedHistoryEnd);
const size = { ...defaultSize, repositories: Number(process.env.BENCH_REPOSITORIES) || defaultSize.repositories };
const world = makeEmulatedWorld(size);
const counts: Record<'github' | 'pagerduty', number> = { github: 0, pagerduty: 0 };
const options = {
  token: emulatorToken,
  limits: 'off' as const,
  keptExchanges: 0,
  onExchange: ({ provider }: { readonly provider: 'github' | 'pagerduty' }) => {
    counts[provider] += 1;
  },
};
const github = await startGitHubEmulator({ ...options, world: world.github });
const pagerduty = await startPagerDutyEmulator({ ...options, world: world.pagerduty });

const slowMs = Number(process.env.BENCH_SLOW_MS);
if (slowMs > 0) for (const each of [github, pagerduty]) each.setFaults({ seed: 1, slowBody: 1, slowMs });

process.on('message', (question) => {
  const answer: EmulatorState = {
    size,
    urls: { github: github.url, pagerduty: pagerduty.url },
    requests: { ...counts },
    existing: question === 'existing' ? listExpectedRecords(world) : null,
  };
  process.send?.(answer);
});
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
process.send?.({ ready: true });
