import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { signInMethodLabels } from '../../labels/access-labels.ts';
import { SettingsSection } from '../settings-section.tsx';
import { ChangeUserModal, type UserChange } from './change-user-modal.tsx';
import { InviteModal } from './invite-modal.tsx';
import { RoleSelect } from './role-select.tsx';
import { NameCell, RowButton, TableWithRowActions } from './table-with-row-actions.tsx';

type User = Schemas['User'];

interface Link {
  readonly name: string;
  readonly url: string;
}

export function Users({ allowsLinks }: { readonly allowsLinks: boolean }) {
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } });
  const [link, setLink] = useState<Link | null>(null);
  const [isInviting, inviteModal] = useDisclosure(false);
  return (
    <SettingsSection
      title="People"
      lead="Viewers read. Triagers also decide about patterns and fixes. Admins also connect accounts, set the policy and invite people. Only the audit log names who decided."
    >
      {allowsLinks ? (
        <Button onClick={inviteModal.open} style={{ alignSelf: 'flex-start' }}>
          Invite
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          Sign-in links are switched off. People are added when they first sign in with the identity provider.
        </Text>
      )}
      {link !== null && (
        <OneTimeSecret title={`Sign-in link for ${link.name}`} secret={link.url} close={() => setLink(null)}>
          Send this link to {link.name} only. It works once, for one hour. Do not open it yourself: that uses it up.
        </OneTimeSecret>
      )}
      <QueryState query={users} what="the people">
        {({ items }) => (
          <TableWithRowActions label="People" columns={['Name', 'Role', 'Last seen']} minWidth={560}>
            {items.map((user) => (
              <UserRow key={user.id} user={user} allowsLinks={allowsLinks} onLink={setLink} />
            ))}
          </TableWithRowActions>
        )}
      </QueryState>
      {isInviting && <InviteModal close={inviteModal.close} />}
    </SettingsSection>
  );
}

interface RowProps {
  readonly user: User;
  readonly allowsLinks: boolean;
  onLink(link: Link): void;
}

function UserRow({ user, allowsLinks, onLink }: RowProps) {
  const { id, name, email, role, signInMethod, lastSeenAt, isDisabled } = user;
  const params = { path: { id } };
  const [change, setChange] = useState<UserChange | null>(null);
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links', {
    onSuccess: ({ url }) => onLink({ name, url }),
    onError: notifyProblem,
  });
  const signingOut = refrain.useMutation('post', '/v1/users/{id}/sign-out', {
    onSuccess: () => notify({ message: `Signed ${name} out of every browser.` }),
    onError: notifyProblem,
  });
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isDisabled ? 'Deactivated' : lastSeenAt === null ? 'Invited' : null}
        detail={email ?? signInMethodLabels[signInMethod]}
      />
      <Table.Td>
        <RoleSelect
          size="xs"
          w={110}
          aria-label={`Role of ${name}`}
          roles={listGrantableRoles('admin')}
          role={role}
          choose={(role) => setChange({ role })}
        />
      </Table.Td>
      <Table.Td>{lastSeenAt === null ? 'Never' : <Timestamp at={lastSeenAt} as="age" />}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {allowsLinks && signInMethod === 'link' && !isDisabled && (
            <RowButton
              aria-label={`Sign-in link for ${name}`}
              loading={linking.isPending}
              onClick={() => linking.mutate({ params })}
            >
              Sign-in link
            </RowButton>
          )}
          <RowButton
            aria-label={`Sign out: ${name}`}
            loading={signingOut.isPending}
            onClick={() => signingOut.mutate({ params })}
          >
            Sign out
          </RowButton>
          <RowButton
            aria-label={isDisabled ? `Reactivate: ${name}` : `Deactivate: ${name}`}
            onClick={() => setChange({ isDisabled: !isDisabled })}
          >
            {isDisabled ? 'Reactivate' : 'Deactivate'}
          </RowButton>
        </Group>
        {change !== null && <ChangeUserModal user={user} change={change} close={() => setChange(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}
