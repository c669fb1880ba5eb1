import { Button, Group, Table } from '@mantine/core';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { createRemovalMutationOptions } from '../removal.ts';
import { SettingsSection } from '../settings-section.tsx';
import { NameCell, RowButton, TableWithRowActions } from '../table-with-row-actions.tsx';
import { OtherBrowser } from './other-browser.tsx';

export function SessionSettings() {
  const allowsLinks = refrain.useQuery('get', '/v1/sign-in-methods').data?.allowsLinks !== false;
  return (
    <>
      <Sessions />
      {allowsLinks && <OtherBrowser />}
    </>
  );
}

type Session = Schemas['BrowserSession'];

function Sessions() {
  const sessions = refrain.useQuery('get', '/v1/sessions', { params: { query: { limit: 200 } } });
  return (
    <SettingsSection
      title="Your browsers"
      lead="A sign-in with a link lasts seven days, and one with an identity provider one day. Each also ends after a day of inactivity."
    >
      <QueryState query={sessions} what="your browsers">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No browser is signed in">You use Refrain with a token.</EmptyState>
          ) : (
            <TableWithRowActions
              label="Your browsers"
              columns={['Browser', 'Signed in', 'Last used']}
              wideColumn="Signed in"
            >
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </TableWithRowActions>
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
  const [message, messageIfMissing] = [`${name} is signed out.`, `${name} was already signed out.`];
  const options = createRemovalMutationOptions({ list: '/v1/sessions', message, messageIfMissing });
  const ending = refrain.useMutation('delete', '/v1/sessions/{id}', options);
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isCurrent ? 'This browser' : null}
        detail={via === 'link' ? 'With a sign-in link' : 'With an identity provider'}
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
