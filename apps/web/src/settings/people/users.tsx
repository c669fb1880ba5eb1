import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PersonAddIcon } from '@primer/octicons-react';
import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { QueryState } from '../../components/states.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { InviteModal } from './invite-modal.tsx';
import { RoleList } from './role-list.tsx';
import { SignInLink, type SignInLinkFor } from './sign-in-link.tsx';
import { UserTable } from './user-table.tsx';

type User = Schemas['ListedUser'];

export function Users({ allowsLinks }: { readonly allowsLinks: boolean }) {
  const options = { refetchInterval: 15_000 };
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } }, options);
  const [link, setLink] = useState<SignInLinkFor | null>(null);
  const [isInviting, inviteModal] = useDisclosure(false);
  const notice = link !== null && <SignInLink link={link} close={() => setLink(null)} />;
  return (
    <>
      <SettingsSection title="Members" lead={<RoleList />}>
        {allowsLinks ? (
          <Group>
            <Button leftSection={<PersonAddIcon size={16} aria-hidden />} onClick={inviteModal.open}>
              Invite
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Sign-in links are switched off. People are added when they first sign in with the identity provider.
          </Text>
        )}
        {notice}
        <QueryState query={users} what="the people">
          {({ items }) => (
            <UserTable users={items.filter((user) => !isInvited(user))} allowsLinks={allowsLinks} onLink={setLink} />
          )}
        </QueryState>
      </SettingsSection>
      <Invitations users={users.data?.items.filter(isInvited) ?? []} onLink={setLink} />
      {isInviting && <InviteModal close={inviteModal.close} />}
    </>
  );
}

/** A deactivated user who never signed in is a revoked invitation, which is no longer pending. */
function isInvited({ lastSeenAt, isDisabled }: User): boolean {
  return lastSeenAt === null && !isDisabled;
}

function Invitations({ users, onLink }: { readonly users: readonly User[]; onLink(link: SignInLinkFor): void }) {
  if (users.length === 0) return null;
  return (
    <SettingsSection
      title="Pending invitations"
      lead="These people have not signed in yet. An invitation link works once, for one hour. Send a new link if it has expired."
    >
      <InvitationTable users={users} onLink={onLink} />
    </SettingsSection>
  );
}
