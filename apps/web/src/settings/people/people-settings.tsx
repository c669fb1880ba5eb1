import { Button, Group, Table } from '@mantine/core';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { createRemovalMutationOptions } from '../removal.ts';
import { SettingsSection } from '../settings-section.tsx';
import { NameCell, RowButton, TableWithRowActions } from './table-with-row-actions.tsx';
import { Tokens } from './tokens.tsx';
import { Users } from './users.tsx';

export function PeopleSettings() {
  const { data } = refrain.useQuery('get', '/v1/sign-in-methods');
  const allowsLinks = data?.allowsLinks !== false;
  return (
    <>
      <VisibleForRole needs="admin">
        <Users allowsLinks={allowsLinks} />
      </VisibleForRole>
      <Tokens />
      {allowsLinks && <SignInLinks />}
      <Sessions />
    </>
  );
}

function SignInLinks() {
  const making = refrain.useMutation('post', '/v1/sign-in-links');
  return (
    <SettingsSection
      title="Use another browser"
      lead="A sign-in link signs you in on one browser. It works once, for one hour."
    >
      {making.data && (
        <OneTimeSecret title="Sign-in link" secret={making.data.url} close={making.reset}>
          It works once, until <Timestamp at={making.data.expiresAt} as="time" />, and Refrain shows it only now.
          Whoever opens it is signed in as you, so keep it to yourself.
        </OneTimeSecret>
      )}
      {making.error && <ProblemNotice error={making.error} retry={() => making.mutate({})} />}
      <Group>
        <Button variant="default" loading={making.isPending} onClick={() => making.mutate({})}>
          {making.data ? 'Create another link' : 'Create a sign-in link'}
        </Button>
      </Group>
    </SettingsSection>
  );
}

type Session = Schemas['BrowserSession'];

function Sessions() {
  const sessions = refrain.useQuery('get', '/v1/sessions', { params: { query: { limit: 200 } } });
  return (
    <SettingsSection
      title="Your browsers"
      lead="Browsers in which you are signed in. A sign-in with a link lasts seven days, one with an identity provider one day. It ends after a day without use."
    >
      <QueryState query={sessions} what="your browsers">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No browser is signed in.">You use Refrain by a token.</EmptyState>
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
  const [message, messageIfMissing] = [`${name} is signed out.`, `${name} was signed out already.`];
  const options = createRemovalMutationOptions({ list: '/v1/sessions', message, messageIfMissing });
  const ending = refrain.useMutation('delete', '/v1/sessions/{id}', options);
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isCurrent ? 'this browser' : null}
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
