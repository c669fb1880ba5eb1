import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { isMissing } from '../../api/api-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { SettingsSection } from '../settings-section.tsx';

type Session = Schemas['OpenSession'];

const unknownClient = 'Unknown browser';

/** Lists the user's sessions, and signs out of them. */
export function Sessions() {
  const sessions = refrain.useQuery('get', '/v1/sessions', { params: { query: { limit: 200 } } });
  return (
    <SettingsSection
      title="Your browsers"
      lead="You are signed in here. By a link a browser stays signed in for seven days, by a provider for one, and never longer than a day without use."
    >
      <Loaded query={sessions} what="your browsers">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No browser is signed in.">You use Refrain by a token.</EmptyState>
          ) : (
            <SessionTable sessions={items} />
          )
        }
      </Loaded>
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

/** Reloads even if the sign-out fails: the page then shows whether the session still exists. */
function leave(signingOut: Promise<unknown>): void {
  signingOut.finally(() => window.location.assign('/'));
}

function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <ScrollBox label="Your browsers">
      <Table miw={300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Browser</Table.Th>
            <Table.Th visibleFrom="sm">Signed in</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function SessionRow({ session: { id, client, via, startedAt, lastUsedAt, isCurrent } }: { readonly session: Session }) {
  const name = client ?? unknownClient;
  const ending = refrain.useMutation('delete', '/v1/sessions/{id}', {
    async onSuccess() {
      await refresh('/v1/sessions');
      notify({ message: `${name} is signed out.` });
    },
    async onError(error) {
      if (!isMissing(error)) return notifyProblem(error);
      await refresh('/v1/sessions');
      notify({ message: `${name} was signed out already.` });
    },
  });
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {isCurrent && (
          <Badge ml="xs" variant="dot" color="gray" tt="none" fw={500}>
            this browser
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {via === 'link' ? 'by a sign-in link' : 'by a provider'}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Timestamp at={startedAt} />
      </Table.Td>
      <Table.Td>
        <Timestamp at={lastUsedAt} as="age" />
      </Table.Td>
      <Table.Td ta="end">
        {!isCurrent && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Sign out: ${name}`}
            loading={ending.isPending}
            onClick={() => ending.mutate({ params: { path: { id } } })}
          >
            Sign out
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
