import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/forms.tsx';
import { notify } from '../../components/notify.tsx';
import { roleMeanings } from '../../labels/access-labels.ts';

type User = Schemas['User'];
export type UserChange = { readonly role: Schemas['Role'] } | { readonly isDisabled: boolean };

interface Props {
  readonly user: User;
  readonly change: UserChange;
  close(): void;
}

/** Asks for confirmation, because the change applies immediately to all browsers and tokens of the user. */
export function ChangeUserModal({ user: { id, name, role }, change, close }: Props) {
  const changing = refrain.useMutation('patch', '/v1/users/{id}', {
    async onSuccess() {
      close();
      // The changed user may be the signed-in one.
      await invalidateQueries('/v1/session');
      await invalidateQueries('/v1/users');
      notify({ message });
    },
  });
  const { title, action, text, message } = describeChange(name, role, change);
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

function describeChange(name: string, role: User['role'], change: UserChange) {
  if ('role' in change)
    return {
      title: `Make ${name} ${change.role === 'admin' ? 'an' : 'a'} ${change.role}?`,
      action: 'Change the role',
      text: `Instead of ${role}: ${roleMeanings[change.role]} It holds at once, for the tokens of ${name} too.`,
      message: `${name} is ${change.role} now.`,
    };
  return change.isDisabled
    ? {
        title: `Deactivate ${name}?`,
        action: 'Deactivate',
        text: `${name} is signed out of every browser at once, and their tokens are revoked. What they decided stays. They can be reactivated.`,
        message: `${name} is deactivated.`,
      }
    : {
        title: `Reactivate ${name}?`,
        action: 'Reactivate',
        text: `${name} may sign in again, as ${role}. Tokens and links have to be created again.`,
        message: `${name} may sign in again.`,
      };
}
