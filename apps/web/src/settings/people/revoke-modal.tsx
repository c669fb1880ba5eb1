import { isMissing } from '../../api/api-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { notify } from '../../components/notify.tsx';

type Token = Schemas['ApiToken'];

export function RevokeModal({ token: { id, name }, close }: { readonly token: Token; close(): void }) {
  const revoking = refrain.useMutation('delete', '/v1/tokens/{id}', {
    async onSuccess() {
      close();
      await refresh('/v1/tokens');
      notify({ message: `The token “${name}” is revoked.` });
    },
    async onError(error) {
      if (!isMissing(error)) return;
      close();
      await refresh('/v1/tokens');
      notify({ message: `Somebody else has revoked the token “${name}” already.` });
    },
  });
  return (
    <ConfirmModal
      title="Revoke the token?"
      action="Revoke"
      typed={name}
      isPending={revoking.isPending}
      error={revoking.error}
      close={close}
      confirm={() => revoking.mutate({ params: { path: { id } } })}
    >
      Requests with “{name}” are refused from then on, and the tokens and sign-ins that were made with it end. This
      cannot be undone; you can make a new token.
    </ConfirmModal>
  );
}
