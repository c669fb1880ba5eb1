import { AppShell, Box, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useSearch } from '@tanstack/react-router';
import { isSignedOut } from '../api/api-problem.ts';
import { useSession } from '../api/use-session.ts';
import { PageLink } from '../components/page-link.tsx';
import { Navigation } from './navigation.tsx';
import { PausedQueues } from './paused-queues.tsx';
import { SessionBar } from './session-bar.tsx';
import { SignIn } from './sign-in.tsx';
import { useRefreshWhenDone } from './use-refresh-when-done.ts';
import { useStatus } from './use-status.ts';

/** The frame of every page: header, navigation, warnings, and sign-in. */
export function Layout() {
  const { link } = useSearch({ strict: false });
  const session = useSession();
  const status = useStatus(session.isSuccess);
  useRefreshWhenDone(status.data?.busy);
  const signedOut = isSignedOut(session.error) || isSignedOut(status.error);
  const signedIn = session.isSuccess && !signedOut;
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 52 }}
      {...(signedIn ? { navbar: { width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } } } : {})}
      padding="md"
    >
      <AppShell.Header>
        <Box component="a" href="#content" className="skip">
          Skip to the page
        </Box>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            {signedIn && (
              <Burger
                opened={isOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label="Pages"
                aria-expanded={isOpen}
              />
            )}
            <PageLink to="/" underline="never" c="inherit" fw={700} fz="xl">
              Refrain
            </PageLink>
          </Group>
          {signedIn && <SessionBar />}
        </Group>
      </AppShell.Header>
      {signedIn && (
        <AppShell.Navbar p="sm" style={{ overflowY: 'auto' }}>
          <Navigation onNavigate={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <Box maw={1280} mx="auto">
          {signedIn && <PausedQueues />}
          {signedOut ? <SignIn link={link} /> : !session.isPending && <Outlet />}
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}
