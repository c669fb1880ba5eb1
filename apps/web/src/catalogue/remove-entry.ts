import { invalidateQueries } from '../api/query-client.ts';
import { api } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import type { Entry } from './entry.ts';
import { rethrowMissingEntry } from './rethrow-missing-entry.ts';

/** Deletes an entry that a person added, and offers to undo the deletion. */
export async function removeEntry({ id, service, repository, path, environment, status }: Entry): Promise<void> {
  try {
    await api.DELETE('/v1/catalogue/{id}', { params: { path: { id } } }).catch(rethrowMissingEntry);
  } catch (error) {
    notifyProblem(error);
    return invalidateQueries('/v1/catalogue');
  }
  await invalidateQueries('/v1/catalogue');
  notify({
    message: `${service} from ${repository} is deleted.`,
    async undo() {
      const { data } = await api.POST('/v1/catalogue', { body: { service, repository, path, environment } });
      if (status === 'rejected' && data)
        await api.POST('/v1/catalogue/{id}/reject', { params: { path: { id: data.id } } });
      await invalidateQueries('/v1/catalogue');
    },
  });
}
