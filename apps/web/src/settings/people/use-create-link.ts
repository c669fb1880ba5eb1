import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { notifyProblem } from '../../components/notify.tsx';
import type { SignInLinkFor } from './sign-in-link.tsx';

/** Creates a sign-in link of another user. */
export function useCreateLink(
  { id, name }: Pick<Schemas['User'], 'id' | 'name'>,
  onLink: (link: SignInLinkFor) => void,
) {
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links', {
    onSuccess: (link) => onLink({ ...link, name }),
    onError: notifyProblem,
    onSettled: () => invalidateQueries('/v1/users'),
  });
  return { isPending: linking.isPending, create: () => linking.mutate({ params: { path: { id } } }) };
}
