import { ActionIcon, Menu } from '@mantine/core';
import { KebabHorizontalIcon } from '@primer/octicons-react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import type { UserChange } from './change-user-modal.tsx';
import type { SignInLinkFor } from './create-link-mail.ts';
import { useCreateLink } from './use-create-link.ts';

interface Props {
  readonly user: Schemas['ListedUser'];
  readonly allowsLinks: boolean;
  onLink(link: SignInLinkFor): void;
  onChange(change: UserChange): void;
}

/** The first user of an installation. The API refuses to deactivate them, because their link restores everybody's access. */
const initialAdminId = 'local';

export function UserMenu({ user, allowsLinks, onLink, onChange }: Props) {
  const { id, name, signInMethod, isDisabled } = user;
  const linking = useCreateLink(user, onLink);
  const signingOut = refrain.useMutation('post', '/v1/users/{id}/sign-out', {
    onSuccess: () => notify({ message: `Signed ${name} out of every browser.` }),
    onError: notifyProblem,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={`Actions for ${name}`}
          loading={linking.isPending || signingOut.isPending}
        >
          <KebabHorizontalIcon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {allowsLinks && signInMethod === 'link' && !isDisabled && (
          <Menu.Item onClick={linking.create}>Create a sign-in link</Menu.Item>
        )}
        {!isDisabled && (
          <Menu.Item onClick={() => signingOut.mutate({ params: { path: { id } } })}>
            Sign out of every browser
          </Menu.Item>
        )}
        {id !== initialAdminId && (
          <Menu.Item {...(!isDisabled && { color: 'red' })} onClick={() => onChange({ isDisabled: !isDisabled })}>
            {isDisabled ? 'Reactivate …' : 'Deactivate …'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
