import { readFile, writeFile } from 'node:fs/promises';
import {
  AppError,
  FailuresResponse,
  type Pattern,
  PatternResponse,
  PatternsResponse,
  StatusResponse,
} from '@refrain/domain';
import { z } from 'zod';
import type { ApiClient } from '../run/api-client.ts';
import { poll } from './poll.ts';
import type { EmulatedAccount } from './start-emulators.ts';

const Opened = z.object({ externalId: z.string(), title: z.string(), openedAt: z.number() });
type Opened = z.infer<typeof Opened>;
const Raised = z.object({ id: z.string() });

export interface LiveIncident {
  readonly title: string;
  /** Name of the pattern that the incident joined; null if it joined none. */
  readonly pattern: string | null;
  /** Seconds from the opening of the incident until the incident was in its pattern; null in a later run. */
  readonly seconds: number | null;
}

/**
 * Opens an incident like one of a frequent pattern at the emulated PagerDuty, and waits until it is in a pattern. Later runs
 * only report the first run's incident. Returns null if there is no incident to repeat, or if the new one did not arrive.
 * @param recordFile stores the incident for later runs
 */
export async function openAndFollowLiveIncident(
  api: ApiClient,
  pagerduty: EmulatedAccount,
  recordFile: string,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<LiveIncident | null> {
  const stored = await readOpened(recordFile);
  const opened = stored ?? (await openAnother(api, pagerduty, print, signal));
  if (opened === null) return null;
  if (stored === null) await writeFile(recordFile, JSON.stringify(opened));

  const find = async () => {
    const { items } = await api.get('/v1/failures?kind=incident&limit=200', FailuresResponse);
    return items.find(({ externalId }) => externalId === opened.externalId) ?? null;
  };
  if ((await poll(find, { everyMs: 200, atMostMs: 30_000, signal })) === null) {
    print('The incident did not arrive within 30 s. See the logs of the API and the ingest worker.');
    return null;
  }
  const findResolution = async () => {
    const { busy } = await api.get('/v1/status', StatusResponse);
    const patternId = (await find())?.patternId ?? null;
    return patternId !== null || !busy ? { patternId } : null;
  };
  const settled = await poll(findResolution, { everyMs: 300, atMostMs: 60_000, signal });
  const seconds = stored === null ? Math.round((Date.now() - opened.openedAt) / 100) / 10 : null;
  const pattern = settled?.patternId
    ? (await api.get(`/v1/patterns/${settled.patternId}`, PatternResponse)).name
    : null;
  return { title: opened.title, pattern, seconds };
}

async function openAnother(
  api: ApiClient,
  pagerduty: EmulatedAccount,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<Opened | null> {
  const { items } = await api.get('/v1/patterns?kind=incident&sort=episodes&limit=5', PatternsResponse);
  const members = (await Promise.all(items.map((pattern) => listMembers(api, pattern)))).flat();
  const former = members.sort((a, b) => b.similarity - a.similarity)[0]?.failure;
  if (former === undefined) return null;
  print('Opening one more incident at the emulated PagerDuty, and waiting for its webhook …');
  const openedAt = Date.now();
  const { title, text, services } = former;
  const { id } = await openIncident(pagerduty, { title, description: text, service: services[0] ?? '' }, signal);
  return { externalId: id, title, openedAt };
}

/** Lists the incidents of a pattern, each with the share of words in its title that are typical of the pattern. */
async function listMembers(api: ApiClient, pattern: Pattern) {
  const path = `/v1/failures?kind=incident&patternId=${encodeURIComponent(pattern.id)}&limit=50`;
  const { items } = await api.get(path, FailuresResponse);
  const distinctive = new Set(wordsOf(`${pattern.name} ${pattern.terms.join(' ')}`));
  return items.map((failure) => {
    const words = wordsOf(failure.title);
    return { failure, similarity: words.filter((word) => distinctive.has(word)).length / Math.max(words.length, 1) };
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

async function openIncident(
  { url, token }: EmulatedAccount,
  incident: { title: string; description: string; service: string },
  signal: AbortSignal,
): Promise<z.output<typeof Raised>> {
  const response = await fetch(`${url}/_emulator/incidents`, {
    method: 'POST',
    headers: { authorization: `Token token=${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(incident),
    signal,
  });
  const text = await response.text();
  if (response.ok) return Raised.parse(JSON.parse(text));
  throw new AppError('internal', `The emulated PagerDuty returned ${response.status}: ${text.slice(0, 200)}`);
}

async function readOpened(path: string): Promise<Opened | null> {
  try {
    return Opened.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
