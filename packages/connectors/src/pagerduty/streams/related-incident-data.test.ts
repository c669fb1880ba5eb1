import { afterEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing.ts';
import { createPagerDutyClients } from '../client/client.ts';
import { now, token } from '../testing.ts';
import { createPlanFeatureCache, type RelatedIncidentData, readRelatedIncidentData } from './related-incident-data.ts';

const signal = new AbortController().signal;
const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** Starts a server that refuses requests for an incident if `statusOf` returns a status. */
async function startReader(statusOf: (incident: string) => number | undefined) {
  const server = await startTestServer(({ url }) => {
    const [, , id = '', part = ''] = url.pathname.split('/');
    const status = statusOf(id);
    if (status !== undefined) return { status, body: {} };
    return { body: part === 'outlier_incident' ? { outlier_incident: {} } : { [listOf(part)]: [] } };
  });
  servers.push(server);
  const { background } = createPagerDutyClients(server.url, token, { retryAfterMs: 1, now });
  const [client, plans] = [background(signal), createPlanFeatureCache(now)];
  return {
    /** @returns the related data, and the number of requests */
    async read(id: string): Promise<[RelatedIncidentData | null, number]> {
      const before = server.requests.length;
      return [await readRelatedIncidentData(client, plans, id), server.requests.length - before];
    },
  };
}

const listOf = (part: string) => (part === 'related_change_events' ? 'change_events' : part);
const nothing: RelatedIncidentData = { changeEvents: [], pastIncidents: [], relatedIncidents: [], occurrence: null };

it.each([403, 404])('one incident whose data is refused with %i does not affect other incidents', async (status) => {
  const { read } = await startReader((id) => (id.startsWith('PHIDDEN') ? status : undefined));
  for (const round of [1, 2, 3]) {
    for (const place of [1, 2, 3, 4]) expect(await read(`PHIDDEN${round}${place}`)).toEqual([null, 4]);
    expect(await read('PSEEN')).toEqual([nothing, 4]);
  }
  for (let time = 0; time < 10; time += 1) expect(await read('PHIDDEN')).toEqual([null, 4]);
  expect(await read('PSEEN')).toEqual([nothing, 4]);
});

it.each([
  [402, 1],
  [403, 5],
  [404, 5],
])('a feature that the plan lacks is recognised after refusals with %i for %i incidents', async (status, incidents) => {
  const { read } = await startReader(() => status);
  for (let place = 0; place < incidents; place += 1) expect(await read(`P${place}`)).toEqual([null, 4]);
  expect(await read('PNEXT')).toEqual([null, 0]);
});
