import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/forms.tsx';
import { notify } from '../../components/notify.tsx';
import { roleMeanings } from '../../labels/access-labels.ts';
import { capitalise } from '../../labels/format.ts';

type User = Schemas['User'];
export type UserChange = { readonly role: Schemas['Role'] } | { readonly isDisabled: boolean };

interface Props {
  readonly user: User;
  readonly change: UserChange;
  close(): void;
}

/** Asks for confirmation, because the change applies immediately to all browsers and tokens of the user. */
export function ChangeUserModal({ user, change, close }: Props) {
  const { id } = user;
  const changing = refrain.useMutation('patch', '/v1/users/{id}', {
    async onSuccess() {
      close();
      // The changed user may be the signed-in one.
      await invalidateQueries('/v1/session');
      await invalidateQueries('/v1/users');
      notify({ message });
    },
  });
  const { title, action, text, message } = describeChange(user, change);
  return (
    <ConfirmModal
      title={title}
      action={action}
      close={close}
      isPending={changing.isPending}
      error={changing.error}
      confirm={() => changing.mutate({ params: { path: { id } }, body: change })}
    >
      {text}
    </ConfirmModal>
  );
}

function describeChange({ name, role, lastSeenAt }: User, change: UserChange) {
  if ('role' in change)
    return {
      title: `Make ${name} ${change.role === 'admin' ? 'an' : 'a'} ${change.role}?`,
      action: 'Change role',
      text: `${name} currently has the role ${role}. ${capitalise(change.role)}: ${roleMeanings[change.role]} The change applies at once, also to tokens of ${name}.`,
      message: `${name} now has the role ${change.role}.`,
    };
  if (change.isDisabled && lastSeenAt === null)
    return {
      title: `Revoke the invitation of ${name}?`,
      action: 'Revoke',
      text: `The link of ${name} stops working at once. You can reactivate them later.`,
      message: `Revoked the invitation of ${name}.`,
    };
  return change.isDisabled
    ? {
        title: `Deactivate ${name}?`,
        action: 'Deactivate',
        text: `${name} is signed out of every browser at once, and their tokens are revoked. Their decisions stay. You can reactivate them later.`,
        message: `Deactivated ${name}.`,
      }
    : {
        title: `Reactivate ${name}?`,
        action: 'Reactivate',
        text: `${name} can sign in again as ${role}. Create new tokens and links for them.`,
        message: `Reactivated ${name}.`,
      };
}
