import { Button, Group, Table } from '@mantine/core';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { createRemovalMutationOptions } from '../removal.ts';
import { SettingsSection } from '../settings-section.tsx';
import { ActionTable, NameCell, RowButton } from './action-table.tsx';

type Session = Schemas['OpenSession'];

export function Sessions() {
  const sessions = refrain.useQuery('get', '/v1/sessions', { params: { query: { limit: 200 } } });
  return (
    <SettingsSection
      title="Your browsers"
      lead="You are signed in here. By a link a browser stays signed in for seven days, by a provider for one, and never longer than a day without use."
    >
      <QueryState query={sessions} what="your browsers">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No browser is signed in.">You use Refrain by a token.</EmptyState>
          ) : (
            <ActionTable label="Your browsers" columns={['Browser', 'Signed in', 'Last used']} wideColumn="Signed in">
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ActionTable>
          )
        }
      </QueryState>
      <Group>
        <Button variant="default" onClick={() => leave(api.POST('/v1/sign-out'))}>
          Sign out of this browser
        </Button>
        <Button variant="default" onClick={() => leave(api.POST('/v1/sign-out/everywhere'))}>
          Sign out everywhere
        </Button>
      </Group>
    </SettingsSection>
  );
}

/** Reloads the page even if the sign-out fails; the page then shows whether the session still exists. */
function leave(signingOut: Promise<unknown>): void {
  signingOut.finally(() => window.location.assign('/'));
}

function SessionRow({ session: { id, client, via, startedAt, lastUsedAt, isCurrent } }: { readonly session: Session }) {
  const name = client ?? 'Unknown browser';
  const [done, wasFirst] = [`${name} is signed out.`, `${name} was signed out already.`];
  const options = createRemovalMutationOptions({ list: '/v1/sessions', done, wasFirst });
  const ending = refrain.useMutation('delete', '/v1/sessions/{id}', options);
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isCurrent ? 'this browser' : null}
        detail={via === 'link' ? 'by a sign-in link' : 'by a provider'}
      />
      <Table.Td visibleFrom="sm">
        <Timestamp at={startedAt} />
      </Table.Td>
      <Table.Td>
        <Timestamp at={lastUsedAt} as="age" />
      </Table.Td>
      <Table.Td ta="end">
        {!isCurrent && (
          <RowButton
            aria-label={`Sign out: ${name}`}
            loading={ending.isPending}
            onClick={() => ending.mutate({ params: { path: { id } } })}
          >
            Sign out
          </RowButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
