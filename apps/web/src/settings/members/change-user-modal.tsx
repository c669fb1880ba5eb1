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
      text: `${name} currently has the role ${role}. ${capitalise(change.role)}: ${roleMeanings[change.role]} The change applies immediately, including to ${name}’s tokens.`,
      message: `${name} now has the role ${change.role}.`,
    };
  const isInvitation = lastSeenAt === null;
  if (change.isDisabled)
    return isInvitation
      ? {
          title: `Revoke the invitation for ${name}?`,
          action: 'Revoke',
          text: 'The link stops working immediately. You can restore the invitation later.',
          message: `Revoked the invitation for ${name}.`,
        }
      : {
          title: `Deactivate ${name}?`,
          action: 'Deactivate',
          text: `${name} is immediately signed out of every browser, and their tokens are revoked. Their decisions stay. You can reactivate them later.`,
          message: `Deactivated ${name}.`,
        };
  return isInvitation
    ? {
        title: `Restore the invitation for ${name}?`,
        action: 'Restore',
        text: `The earlier link stays revoked. Create a new link for ${name} afterwards.`,
        message: `Restored the invitation for ${name}.`,
      }
    : {
        title: `Reactivate ${name}?`,
        action: 'Reactivate',
        text: `${name} can sign in again as ${role === 'admin' ? 'an' : 'a'} ${role}. Their earlier tokens and links stay revoked.`,
        message: `Reactivated ${name}.`,
      };
}
