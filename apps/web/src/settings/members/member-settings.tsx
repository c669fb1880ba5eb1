import { Button } from '@mantine/core';
import { PersonAddIcon } from '@primer/octicons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { SettingsSection } from '../settings-section.tsx';
import type { SignInLinkFor } from './create-link-mail.ts';
import { InvitationTable } from './invitation-table.tsx';
import { InviteModal } from './invite-modal.tsx';
import { RoleList } from './role-list.tsx';
import { SignInLinkModal } from './sign-in-link-modal.tsx';
import { UserTable } from './user-table.tsx';

export function MemberSettings() {
  const options = { refetchInterval: 15_000 };
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } }, options);
  const allowsLinks = refrain.useQuery('get', '/v1/sign-in-methods').data?.allowsLinks !== false;
  const [link, setLink] = useState<SignInLinkFor | null>(null);
  const { invite: isInviting = false } = useSearch({ from: '/settings/$section' });
  const navigate = useNavigate({ from: '/settings/$section' });
  const setInviting = (invite?: true) => void navigate({ search: { invite }, replace: true, resetScroll: false });
  const show = (created: SignInLinkFor) => {
    setInviting();
    setLink(created);
  };
  return (
    <>
      <SettingsSection
        title="Members"
        lead={
          allowsLinks
            ? undefined
            : 'Sign-in links are switched off. A colleague becomes a member when they first sign in with the identity provider.'
        }
        action={
          allowsLinks && (
            <Button leftSection={<PersonAddIcon size={16} aria-hidden />} onClick={() => setInviting(true)}>
              Invite
            </Button>
          )
        }
      >
        <QueryState query={users} what="the members">
          {({ items }) => (
            <UserTable users={items.filter((user) => !isInvited(user))} allowsLinks={allowsLinks} onLink={setLink} />
          )}
        </QueryState>
      </SettingsSection>
      {allowsLinks && (
        <SettingsSection
          title="Invitations"
          lead="People who have not signed in yet. An invitation link works once, for seven days. A new link replaces the earlier one."
        >
          <QueryState query={users} what="the invitations" height={60}>
            {({ items }) => <Invitations users={items.filter(isInvited)} onLink={setLink} />}
          </QueryState>
        </SettingsSection>
      )}
      <SettingsSection title="Roles">
        <RoleList />
      </SettingsSection>
      {isInviting && allowsLinks && <InviteModal onLink={show} close={() => setInviting()} />}
      {link !== null && <SignInLinkModal link={link} close={() => setLink(null)} />}
    </>
  );
}

type User = Schemas['ListedUser'];

const isInvited = ({ lastSeenAt, signInMethod }: User) => lastSeenAt === null && signInMethod === 'link';

function Invitations({ users, onLink }: { readonly users: readonly User[]; onLink(link: SignInLinkFor): void }) {
  if (users.length === 0)
    return <EmptyState title="No open invitations">Invited people are listed here until they sign in.</EmptyState>;
  return <InvitationTable users={users} onLink={onLink} />;
}
