import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { notifyProblem } from '../../components/notify.tsx';
import { createLinkFor, type SignInLinkFor } from './create-link-mail.ts';

/** Creates a sign-in link of another user. If the user has never signed in, the link renews the invitation. */
export function useCreateLink(
  user: Pick<Schemas['User'], 'id' | 'name' | 'email' | 'lastSeenAt'>,
  onLink: (link: SignInLinkFor) => void,
) {
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links', {
    onSuccess: (link) => onLink(createLinkFor(user, link)),
    onError: notifyProblem,
    onSettled: () => invalidateQueries('/v1/users'),
  });
  return { isPending: linking.isPending, create: () => linking.mutate({ params: { path: { id: user.id } } }) };
}
