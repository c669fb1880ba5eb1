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
import { NameCell, RowButton, StateBadge, TableWithRowActions } from './table-with-row-actions.tsx';

type Token = Schemas['ApiToken'];

export function Tokens() {
  const tokens = refrain.useQuery('get', '/v1/tokens', { params: { query: { limit: 200 } } });
  const [secret, setSecret] = useState<string | null>(null);
  const [tokenToRevoke, setTokenToRevoke] = useState<Token | null>(null);
  return (
    <SettingsSection
      title="Tokens"
      lead="Programs ask by a token: the command line, a script, CI. It may do what it is made for, and never more than you may. What it decides is marked with its name and yours."
    >
      <NewToken onMade={setSecret} />
      {secret !== null && (
        <OneTimeSecret title="The new token" secret={secret} close={() => setSecret(null)}>
          It is shown this once: only its digest is kept. Programs send it as “Authorization: Bearer …”, the command
          line reads it from REFRAIN_TOKEN.
        </OneTimeSecret>
      )}
      <QueryState query={tokens} what="the tokens">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="There is no token.">No program has access.</EmptyState>
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
    <TableWithRowActions label="Tokens" columns={['Name', 'Used last', 'Good until']} wideColumn="Used last">
      {tokens.map((token) => (
        <Table.Tr key={token.id}>
          <NameCell name={token.name} badge={null} detail={`${token.scopes.join(', ')} · of ${token.owner.name}`} />
          <Table.Td visibleFrom="sm">
            {token.lastUsedAt === null ? 'never' : <Timestamp at={token.lastUsedAt} as="age" />}
          </Table.Td>
          <Table.Td>
            {token.expiresAt === null ? (
              'until it is revoked'
            ) : (
              <Timestamp at={findLastValidInstant(token.expiresAt)} />
            )}
            {isExpired(token.expiresAt, Date.now()) && <StateBadge>expired</StateBadge>}
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
  const message = `The token “${name}” is revoked.`;
  const messageIfMissing = `Somebody else has revoked the token “${name}” already.`;
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
      Requests with “{name}” are refused from then on, and the tokens and sign-ins that were made with it end. This
      cannot be undone; you can make a new token.
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
  const [role, setRole] = useState<Role>(ownRole);
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
            description="Who or what it is for."
            placeholder="CI of the post-mortems"
            flex="2 1 220px"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problems.name}
          />
          <TextInput
            type="date"
            label="Good until"
            description="Empty: until it is revoked."
            flex="1 1 160px"
            min={dayOf(Date.now())}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={isPast ? 'Has to be today or later.' : problems.expiresAt}
          />
          <NativeSelect
            label="May do"
            description="As a person of that role."
            flex="1 1 120px"
            data={[...listGrantableRoles(ownRole)]}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
          <NativeSelect
            label="In"
            description="One part, or all of it."
            flex="1 1 160px"
            data={[
              { value: everywhere, label: 'all of Refrain' },
              ...Object.entries(tokenScopeLabels).map(([value, label]) => ({ value, label })),
            ]}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
          <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
            Make a token
          </Button>
        </Group>
      </form>
      {making.error && Object.keys(problems).length === 0 && <ProblemNotice error={making.error} />}
    </>
  );
}
