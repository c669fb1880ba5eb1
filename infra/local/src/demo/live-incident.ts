import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ApiClient } from '../run/api-client.ts';
import { Failures, Pattern, Patterns } from './answers.ts';
import { poll } from './poll.ts';
import { openIncident } from './provider-accounts.ts';
import type { EmulatedAccount } from './start-emulators.ts';

const LiveIncident = z.object({
  title: z.string(),
  /** Null when it has come and is in no pattern. */
  pattern: z.string().nullable(),
  seconds: z.number(),
});
export type LiveIncident = z.infer<typeof LiveIncident>;

/**
 * Opens one more incident of the kind that recurs most at the emulated PagerDuty, and follows it through the webhook into its
 * pattern. Once per data folder: the outcome is kept in `keptIn`. Null when there is nothing to repeat or it did not come.
 */
export async function followLiveIncident(
  api: ApiClient,
  pagerduty: EmulatedAccount,
  keptIn: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<LiveIncident | null> {
  const kept = await readFile(keptIn, 'utf8').catch(() => null);
  if (kept !== null) return LiveIncident.parse(JSON.parse(kept));
  const patterns = (await api.get('/v1/patterns?kind=incident&sort=episodes&limit=10', Patterns)).items;
  const recurring = patterns[0];
  if (recurring === undefined) return null;
  const path = `/v1/failures?kind=incident&patternId=${encodeURIComponent(recurring.id)}&limit=1`;
  const former = (await api.get(path, Failures)).items[0];
  if (former === undefined) return null;

  say('Opening one more incident at the emulated PagerDuty, and waiting for its webhook …');
  const start = Date.now();
  const service = former.services[0] ?? null;
  const { id } = await openIncident(pagerduty, { title: former.title, details: former.text, service }, signal);
  const findArrived = async () => {
    const { items } = await api.get('/v1/failures?kind=incident&limit=20', Failures);
    return items.find(({ externalId }) => externalId === id) ?? null;
  };
  const arrived = await poll(findArrived, { everyMs: 200, atMostMs: 30_000, signal });
  if (arrived === null) {
    say('The incident has not come within 30 s: see the logs of the API and the ingest worker.');
    return null;
  }
  const findGrouped = async () => (await findArrived())?.patternId ?? null;
  const patternId = await poll(findGrouped, { everyMs: 300, atMostMs: 30_000, signal });
  const seconds = Math.round((Date.now() - start) / 100) / 10;
  const pattern = patternId === null ? null : (await api.get(`/v1/patterns/${patternId}`, Pattern)).name;
  const outcome: LiveIncident = { title: former.title, pattern, seconds };
  await writeFile(keptIn, JSON.stringify(outcome));
  return outcome;
}
