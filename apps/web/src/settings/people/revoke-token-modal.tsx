import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { createRemovalMutationOptions } from '../removal.ts';

type Token = Schemas['ApiToken'];

export function RevokeTokenModal({ token: { id, name }, close }: { readonly token: Token; close(): void }) {
  const done = `The token “${name}” is revoked.`;
  const wasFirst = `Somebody else has revoked the token “${name}” already.`;
  const options = createRemovalMutationOptions({ list: '/v1/tokens', done, wasFirst, close });
  const revoking = refrain.useMutation('delete', '/v1/tokens/{id}', options);
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
