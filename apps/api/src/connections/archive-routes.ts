import { parseInput } from '@refrain/domain';
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
    const archive = {
      provider: 'archive',
      account: name,
      baseUrl: null,
      credential: null,
      webhookSecret: null,
      scope: null,
    } as const;
    response.json(await importRecords(() => deps.store.connections.ensure(archive), request));
  });
}
