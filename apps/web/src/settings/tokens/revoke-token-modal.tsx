import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/forms.tsx';
import { createRemovalMutationOptions } from '../removal.ts';

interface Props {
  readonly token: Schemas['ApiToken'];
  close(): void;
}

export function RevokeTokenModal({ token: { id, name }, close }: Props) {
  const message = `Revoked the token “${name}”.`;
  const messageIfMissing = `The token “${name}” was already revoked.`;
  const options = createRemovalMutationOptions({ list: '/v1/tokens', message, messageIfMissing, close });
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
      Refrain rejects requests with “{name}” from now on, and revokes the tokens and sign-ins that were created with it.
      This cannot be undone, but you can create a new token.
    </ConfirmModal>
  );
}
