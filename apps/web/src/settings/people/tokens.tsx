import { Button, Group, NativeSelect, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { invalidateQueries, refrain, type Schemas, useSession } from '../../api/refrain.ts';
import { ConfirmModal, handleSubmit } from '../../components/forms.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { tokenScopeLabels } from '../../labels/access-labels.ts';
import { millisecondsPerDay } from '../../labels/times.ts';
import { createRemovalMutationOptions } from '../removal.ts';
import { SettingsSection } from '../settings-section.tsx';
import { dayOf, findEndOfDay, findLastValidInstant, isExpired } from './expiry.ts';
import { RoleSelect } from './role-select.tsx';
import { NameCell, RowButton, StateBadge, TableWithRowActions } from './table-with-row-actions.tsx';

type Token = Schemas['ApiToken'];

export function Tokens() {
  const tokens = refrain.useQuery('get', '/v1/tokens', { params: { query: { limit: 200 } } });
  const [secret, setSecret] = useState<string | null>(null);
  const [tokenToRevoke, setTokenToRevoke] = useState<Token | null>(null);
  return (
    <SettingsSection
      title="Tokens"
      lead="Programs such as the command line, scripts and CI use tokens. A token never has more rights than its owner. The audit log names both."
    >
      <NewToken onMade={setSecret} />
      {secret !== null && (
        <OneTimeSecret title="New token" secret={secret} close={() => setSecret(null)}>
          Copy the token now: Refrain does not show it again. Programs send it as “Authorization: Bearer …”, and the
          command line reads it from REFRAIN_TOKEN.
        </OneTimeSecret>
      )}
      <QueryState query={tokens} what="the tokens">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No tokens yet">No program has access.</EmptyState>
          ) : (
            <TokenTable tokens={items} revoke={setTokenToRevoke} />
          )
        }
      </QueryState>
      {tokenToRevoke && <RevokeTokenModal token={tokenToRevoke} close={() => setTokenToRevoke(null)} />}
    </SettingsSection>
  );
}

function TokenTable({ tokens, revoke }: { readonly tokens: readonly Token[]; revoke(token: Token): void }) {
  return (
    <TableWithRowActions label="Tokens" columns={['Name', 'Last used', 'Expires']} wideColumn="Last used">
      {tokens.map((token) => (
        <Table.Tr key={token.id}>
          <NameCell
            name={token.name}
            badge={null}
            detail={`${token.scopes.join(', ')} · owned by ${token.owner.name}`}
          />
          <Table.Td visibleFrom="sm">
            {token.lastUsedAt === null ? 'Never' : <Timestamp at={token.lastUsedAt} as="age" />}
          </Table.Td>
          <Table.Td>
            {token.expiresAt === null ? 'Never' : <Timestamp at={findLastValidInstant(token.expiresAt)} />}
            {isExpired(token.expiresAt, Date.now()) && <StateBadge>Expired</StateBadge>}
          </Table.Td>
          <Table.Td ta="end">
            <RowButton onClick={() => revoke(token)} aria-label={`Revoke ${token.name}`}>
              Revoke …
            </RowButton>
          </Table.Td>
        </Table.Tr>
      ))}
    </TableWithRowActions>
  );
}

function RevokeTokenModal({ token: { id, name }, close }: { readonly token: Token; close(): void }) {
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
      Refrain rejects requests with “{name}” from now on, and ends the tokens and sign-ins that were created with it.
      This cannot be undone, but you can create a new token.
    </ConfirmModal>
  );
}

const fields = ['name', 'expiresAt'] as const;
const everywhere = '';

type Role = Schemas['Role'];

function NewToken({ onMade }: { onMade(secret: string): void }) {
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => dayOf(Date.now() + 90 * millisecondsPerDay));
  const ownRole = useSession().data?.user.role ?? 'viewer';
  const [role, setRole] = useState<Role>('viewer');
  const [part, setPart] = useState<string>(everywhere);
  const making = refrain.useMutation('post', '/v1/tokens', {
    onSuccess({ token }) {
      onMade(token);
      setName('');
      return invalidateQueries('/v1/tokens');
    },
  });
  const problems = readFieldProblems(making.error, fields);
  const isPast = day !== '' && day < dayOf(Date.now());
  const scopes = [part === everywhere ? role : `${part}:${role}`];
  const body = { name: name.trim(), expiresAt: findEndOfDay(day), scopes };
  return (
    <>
      <form noValidate onSubmit={handleSubmit(() => !isPast && making.mutate({ body }))}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Name"
            description="The program that uses the token."
            placeholder="CI pipeline"
            flex="2 1 220px"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problems.name}
          />
          <TextInput
            type="date"
            label="Expires"
            description="Leave empty for no expiry."
            flex="1 1 160px"
            min={dayOf(Date.now())}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={isPast ? 'Choose today or a later day.' : problems.expiresAt}
          />
          <RoleSelect
            label="Role"
            description="What the token may do."
            flex="1 1 150px"
            roles={listGrantableRoles(ownRole)}
            role={role}
            choose={setRole}
          />
          <NativeSelect
            label="Scope"
            description="The part of the API."
            flex="1 1 160px"
            data={[
              { value: everywhere, label: 'Everything' },
              ...Object.entries(tokenScopeLabels).map(([value, label]) => ({ value, label })),
            ]}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
          <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
            Create token
          </Button>
        </Group>
      </form>
      {making.error && Object.keys(problems).length === 0 && <ProblemNotice error={making.error} />}
    </>
  );
}
