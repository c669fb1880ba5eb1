import { Box, Button, Container, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useSearch } from '@tanstack/react-router';
import { endSession, findSession } from './api.ts';
import { isSignedOut } from './api-problem.ts';
import { PageLink } from './page-link.tsx';
import { SignIn } from './sign-in.tsx';
import { useStatus } from './status.ts';
import { count } from './words.ts';

/** What stands around every page: the name, how much is known so far, and the way in and out. */
export function Frame() {
  const { link } = useSearch({ from: '__root__' });
  const session = useQuery({ queryKey: ['session'], queryFn: findSession, staleTime: Number.POSITIVE_INFINITY });
  const status = useStatus(session.isSuccess);
  const signedOut = isSignedOut(session.error) || isSignedOut(status.error);
  return (
    <>
      <Box component="header" style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
        <Container size="lg" h={56}>
          <Group h="100%" justify="space-between" wrap="nowrap">
            <PageLink to="/" underline="never" c="inherit" fw={700} fz="xl">
              Refrain
            </PageLink>
            {session.isSuccess && !signedOut && <Session />}
          </Group>
        </Container>
      </Box>
      <Container component="main" size="lg" py="lg">
        {signedOut ? <SignIn linkUsed={link === 'used'} /> : !session.isPending && <Outlet />}
      </Container>
    </>
  );
}

function Session() {
  const { data } = useStatus();
  const signOut = () => endSession().finally(() => window.location.assign('/'));
  return (
    <Group gap="sm" wrap="nowrap">
      {data?.busy && <Loader size="xs" aria-hidden />}
      {data && (
        <Text size="sm" c="dimmed" role="status">
          {data.busy && 'Working · '}
          {count(data.failures, 'failure')}
          <Text span inherit visibleFrom="xs">
            {' '}
            · {count(data.patterns, 'pattern')}
          </Text>
        </Text>
      )}
      <Button variant="default" size="xs" onClick={signOut}>
        Sign out
      </Button>
    </Group>
  );
}
