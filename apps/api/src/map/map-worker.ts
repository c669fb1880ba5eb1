import { workerData } from 'node:worker_threads';
import { buildFailureMap, createTeams } from '@refrain/analysis';
import type { FailureMap } from '@refrain/domain';
import { createStore } from '@refrain/store';
import type { MapQuestion, MapWorkerData } from './keep-maps.ts';

// What the pool loads in its thread: all that happened in a year is read and counted beside the event loop that answers.
const { databaseUrl, encryptionKey } = workerData as MapWorkerData;
const store = createStore({
  ...{ databaseUrl, encryptionKey: Buffer.from(encryptionKey) },
  ...{ poolSize: 1, applicationName: 'refrain-api-map' },
});

export async function build({ period, filter }: MapQuestion): Promise<FailureMap> {
  const episodes = await store.observations.listEpisodes(period);
  const changes = await store.observations.listChanges(period);
  if (filter.team === null) return buildFailureMap({ episodes, changes, period, filter, teams: null });
  const [owners, catalogue] = await Promise.all([store.owners.list(), store.catalogue.listDecided()]);
  const teams = createTeams({ owners, catalogue, episodes, changes });
  return buildFailureMap({ episodes, changes, period, filter, teams });
}
