import { Badge, Box, Group, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { NameCell, RowButton, TableWithRowActions } from '../table-with-row-actions.tsx';
import { isExpired } from '../tokens/expiry.ts';
import { ChangeUserModal, type UserChange } from './change-user-modal.tsx';
import type { SignInLinkFor } from './create-link-mail.ts';
import { RoleCell } from './role-cell.tsx';
import { useCreateLink } from './use-create-link.ts';

const linkColumn = 'Link';

type User = Schemas['ListedUser'];

interface Props {
  readonly users: readonly User[];
  onLink(link: SignInLinkFor): void;
}

/** The people who have not signed in yet. Revoked invitations come last. */
export function InvitationTable({ users, onLink }: Props) {
  const ordered = users.toSorted((a, b) => Number(a.isDisabled) - Number(b.isDisabled));
  return (
    <TableWithRowActions label="Invitations" columns={['Name', 'Role', linkColumn]} wideColumn={linkColumn}>
      {ordered.map((user) => (
        <InvitationRow key={user.id} user={user} onLink={onLink} />
      ))}
    </TableWithRowActions>
  );
}

function InvitationRow({ user, onLink }: Pick<Props, 'onLink'> & { readonly user: User }) {
  const { name, email, role, createdAt, isDisabled } = user;
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
            <Box hiddenFrom="sm">{describeLink(user)}</Box>
          </>
        }
      />
      <RoleCell name={name} role={role} choose={(role) => setChange({ role })} />
      <Table.Td visibleFrom="sm">
        <LinkState user={user} />
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end">
          {isDisabled ? (
            <RowButton
              aria-label={`Restore the invitation of ${name}`}
              onClick={() => setChange({ isDisabled: false })}
            >
              Restore …
            </RowButton>
          ) : (
            <>
              <RowButton aria-label={`New link for ${name}`} loading={linking.isPending} onClick={linking.create}>
                New link
              </RowButton>
              <RowButton
                aria-label={`Revoke the invitation of ${name}`}
                onClick={() => setChange({ isDisabled: true })}
              >
                Revoke …
              </RowButton>
            </>
          )}
        </Group>
        {change !== null && <ChangeUserModal user={user} change={change} close={() => setChange(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** Says whether the link works. A phone shows it as text, because a badge has no room there. */
function describeLink({ isDisabled, linkExpiresAt }: User): ReactNode {
  if (isDisabled) return 'Revoked';
  if (linkExpiresAt === null || isExpired(linkExpiresAt, Date.now())) return 'Expired';
  return (
    <>
      Valid until <Timestamp at={linkExpiresAt} as="day" />
    </>
  );
}

function LinkState({ user }: { readonly user: User }) {
  const { isDisabled, linkExpiresAt } = user;
  const isValid = !isDisabled && linkExpiresAt !== null && !isExpired(linkExpiresAt, Date.now());
  return (
    <Badge variant="dot" color={isValid ? 'teal' : 'gray'} tt="none" fw={500}>
      {describeLink(user)}
    </Badge>
  );
}
