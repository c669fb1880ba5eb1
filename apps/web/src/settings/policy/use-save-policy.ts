import { useMutation } from '@tanstack/react-query';
import { requireData } from '../../api/api-problem.ts';
import { invalidateQueries } from '../../api/query-client.ts';
import { api } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import type { Policy, PolicyFieldName } from './policy-fields.ts';

/** Changes the stored policy, keeping other users' changes to other fields. Returns the previous values, for undo. */
async function putPolicy(changed: Partial<Policy>): Promise<Partial<Policy>> {
  const { data } = await api.GET('/v1/policy');
  const { policy } = requireData(data);
  await api.PUT('/v1/policy', { body: { ...policy, ...changed } });
  await invalidateQueries('/v1/policy', '/v1/improvements');
  const names = Object.keys(changed) as PolicyFieldName[];
  return Object.fromEntries(names.map((name) => [name, policy[name]]));
}

export function useSavePolicy(onSaved: () => void) {
  return useMutation({
    mutationFn: putPolicy,
    onSuccess(before) {
      onSaved();
      notify({ message: 'Saved. Patterns are judged by it from their next report on.', undo: () => putPolicy(before) });
    },
  });
}
