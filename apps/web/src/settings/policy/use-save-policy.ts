import { useMutation } from '@tanstack/react-query';
import { refresh } from '../../api/query-client.ts';
import { api } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import type { Policy, PolicyName } from './policy-fields.ts';

/**
 * Applies changes to the stored policy, so that others' changes to other fields stay. Returns the former values, for
 * undo.
 */
async function putPolicy(changed: Partial<Policy>): Promise<Partial<Policy>> {
  const { data } = await api.GET('/v1/policy');
  if (data === undefined) throw new Error('Refrain did not say what the policy is.');
  await api.PUT('/v1/policy', { body: { ...data.policy, ...changed } });
  await refresh('/v1/policy', '/v1/improvements');
  const names = Object.keys(changed) as PolicyName[];
  return Object.fromEntries(names.map((name) => [name, data.policy[name]]));
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
