import { requireData } from '../../api/api-problem.ts';
import { api } from '../../api/refrain.ts';
import type { ImportCounts } from './upload-result.tsx';

/** Imports all records of a JSON Lines body into the named archive, or none if one is invalid. */
export async function importJsonLines(name: string, body: string): Promise<ImportCounts> {
  const { data } = await api.POST('/v1/archives/{name}/import', {
    params: { path: { name } },
    body,
    bodySerializer: (lines) => lines,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const { received, stored, connection } = requireData(data);
  return { received, stored, connectionId: connection.id };
}
