import { Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { ChangeUserModal, type UserChange } from './change-user-modal.tsx';
import { isExpired } from './expiry.ts';
import { RoleCell } from './role-cell.tsx';
import type { SignInLinkFor } from './sign-in-link.tsx';
import { NameCell, RowButton, TableWithRowActions } from './table-with-row-actions.tsx';
import { useCreateLink } from './use-create-link.ts';

type User = Schemas['ListedUser'];

interface Props {
  readonly users: readonly User[];
  onLink(link: SignInLinkFor): void;
}

export function InvitationTable({ users, onLink }: Props) {
  return (
    <TableWithRowActions label="Pending invitations" columns={['Name', 'Role', 'Link']} minWidth={560}>
      {users.map((user) => (
        <InvitationRow key={user.id} user={user} onLink={onLink} />
      ))}
    </TableWithRowActions>
  );
}

function InvitationRow({ user, onLink }: Pick<Props, 'onLink'> & { readonly user: User }) {
  const { name, email, role, createdAt, linkExpiresAt } = user;
  const [change, setChange] = useState<UserChange | null>(null);
  const linking = useCreateLink(user, onLink);
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={null}
        detail={
          <>
            {email !== null && `${email} · `}
            Invited <Timestamp at={createdAt} as="age" />
          </>
        }
      />
      <RoleCell name={name} role={role} choose={(role) => setChange({ role })} />
      <Table.Td>
        {linkExpiresAt === null || isExpired(linkExpiresAt, Date.now()) ? (
          <Text size="sm" c="dimmed">
            No valid link
          </Text>
        ) : (
          <Text size="sm">
            Works until <Timestamp at={linkExpiresAt} as="time" />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <RowButton aria-label={`New link for ${name}`} loading={linking.isPending} onClick={linking.create}>
            New link
          </RowButton>
          <RowButton aria-label={`Revoke the invitation of ${name}`} onClick={() => setChange({ isDisabled: true })}>
            Revoke …
          </RowButton>
        </Group>
        {change !== null && <ChangeUserModal user={user} change={change} close={() => setChange(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}
