import { workerData } from 'node:worker_threads';
import { buildFailureMap, createTeamLookup } from '@refrain/analysis';
import type { FailureMap } from '@refrain/domain';
import { createStore } from '@refrain/store';
import { type SerializedJson, serializeJson } from '../http/responses/serialized-json.ts';
import type { FailureMapRequest, FailureMapWorkerSettings } from './failure-map-cache.ts';

// Runs in a worker thread, because reading and counting the episodes of a year is slow.
const { databaseUrl, encryptionKey } = workerData as FailureMapWorkerSettings;
const store = createStore({
  databaseUrl,
  encryptionKey: Buffer.from(encryptionKey),
  poolSize: 1,
  parallelWorkers: 0,
  applicationName: 'refrain-api-map',
});

export async function build({ period, filter }: FailureMapRequest): Promise<SerializedJson<FailureMap>> {
  const episodes = await store.reports.listEpisodes(period);
  const changes = await store.reports.listObservedChanges(period);
  const teams = filter.team === null ? null : createTeamLookup({ ...(await readOwners()), episodes, changes });
  return serializeJson(buildFailureMap({ episodes, changes, period, filter, teams }));
}

async function readOwners() {
  const [owners, serviceTeams, catalogue] = await Promise.all([
    store.catalogue.listOwners(),
    store.catalogue.listServiceTeams(),
    store.catalogue.listDecided(),
  ]);
  return { owners, serviceTeams, catalogue };
}
