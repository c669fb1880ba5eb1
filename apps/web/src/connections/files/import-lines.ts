import { api } from '../../api/refrain.ts';
import type { ImportCounts } from './upload-result.tsx';

/** Takes records into the archive of a name: all or none. @param body JSON Lines */
export async function importLines(name: string, body: string): Promise<ImportCounts> {
  const { data } = await api.POST('/v1/archives/{name}/import', {
    params: { path: { name } },
    body,
    bodySerializer: (lines) => lines,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  if (data === undefined) throw new Error('The upload has no answer.');
  return { received: data.received, stored: data.stored, connectionId: data.connection.id };
}
