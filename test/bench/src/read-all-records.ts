import { createProviderAccess, openOutboundConnections } from '@refrain/connectors';
import { defaultConnectionScope } from '@refrain/domain';
import { maxConcurrentJobs } from '@refrain/ingest-worker/handlers';
import { emulatorToken } from './emulator-server.ts';

/** Reads all records of both providers and stores nothing, with as many parallel streams as the ingest worker. Runs as a child process. */
const { createSource } = createProviderAccess({ outbound: openOutboundConnections(['loopback']) });
const { signal } = new AbortController();
const started = performance.now();
const streams: (() => Promise<void>)[] = [];
for (const provider of ['pagerduty', 'github'] as const) {
  const baseUrl = process.env[`BENCH_${provider.toUpperCase()}`] ?? '';
  const source = createSource({ provider, account: 'acme', baseUrl, scope: defaultConnectionScope }, emulatorToken);
  for (const stream of await source.listStreams(defaultConnectionScope, signal)) {
    streams.push(async () => {
      for (let cursor: string | null = null; ; ) {
        const { next } = await source.pull({ stream, cursor, since: null }, signal);
        if (next === null) return;
        cursor = next;
      }
    });
  }
}
const remaining = streams.values();
await Promise.all(
  Array.from({ length: maxConcurrentJobs }, async () => {
    for (const drain of remaining) await drain();
  }),
);
process.send?.({ ready: true, seconds: (performance.now() - started) / 1_000 });
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
