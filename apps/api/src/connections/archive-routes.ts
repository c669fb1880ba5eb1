import { AppError, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createImport } from './import.ts';
import { AccountName } from './new-connection.ts';

const Archive = z.object({ name: AccountName });

/** `POST /v1/archives/:name/import`: the archive of this name, which is created with its first records or not at all. */
export function createArchiveRoutes(deps: ApiDeps): Router {
  const importRecords = createImport(deps);
  return Router().post('/:name/import', async (request, response) => {
    const { name } = parseInput(Archive, request.params, 'the archive');
    response.json(await importRecords(() => ensureArchive(deps, name), request));
  });
}

async function ensureArchive({ store }: ApiDeps, name: string) {
  const known = (await store.connections.list()).find(
    ({ provider, account }) => provider === 'archive' && account === name,
  );
  return (
    known ??
    store.connections.ensure({
      provider: 'archive',
      account: name,
      baseUrl: null,
      scope: { repositories: [], services: [] },
      credential: null,
      webhookSecret: null,
    })
  );
}
