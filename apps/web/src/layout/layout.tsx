import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Button,
  Group,
  Loader,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { MoonIcon, SunIcon } from '@primer/octicons-react';
import { Outlet, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { isSignedOut } from '../api/api-problem.ts';
import { api, invalidateQueries, useSession, useSystemStatus } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Warning } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { PageKeys } from '../keys/page-keys.tsx';
import { AnalysisProgress } from './analysis-progress.tsx';
import { describePausedQueues } from './describe-paused-queues.ts';
import { describeWork } from './describe-work.ts';
import { Navigation } from './navigation.tsx';
import { SearchButton } from './search-button.tsx';
import { SignIn } from './sign-in.tsx';

/** Loaded lazily, because no notification appears before the first page. Within the router, because names in it are links. */
const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

export function Layout() {
  const { link } = useSearch({ strict: false });
  const session = useSession();
  const status = useSystemStatus(session.isSuccess);
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
      <Suspense>
        <Notifications position="bottom-right" />
      </Suspense>
      <AppShell.Header>
        <Box component="a" href="#content" className="skip">
          Skip to content
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
          {signedIn && <SearchButton />}
          {signedIn && <SessionBar />}
        </Group>
      </AppShell.Header>
      {signedIn && (
        <AppShell.Navbar p="sm" style={{ overflowY: 'auto' }}>
          <Navigation onNavigate={close} />
          <PageKeys />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <Box maw={1280} mx="auto">
          {signedIn && <PausedQueues />}
          {signedIn && <AnalysisProgress />}
          {signedOut ? <SignIn link={link} /> : !session.isPending && <Outlet />}
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

function SessionBar() {
  const { data } = useSystemStatus();
  const { data: session } = useSession();
  // The page is reloaded even if the request fails, and then shows whether the session still exists.
  const signOut = () => api.POST('/v1/sign-out').finally(() => window.location.assign('/'));
  return (
    <Group gap="sm" wrap="nowrap">
      {data?.busy && (
        <Group
          gap="xs"
          wrap="nowrap"
          title="New records arrived from a connected account, or a colleague imported a file. Figures may still change."
        >
          <Loader size="xs" aria-hidden />
          <PageLink to="/connections" size="sm" c="dimmed" visibleFrom="xs">
            {describeWork(data)}
          </PageLink>
        </Group>
      )}
      {session && (
        <Text size="sm" c="dimmed" visibleFrom="md" title={`Your role: ${session.user.role}`}>
          {session.user.name}
        </Text>
      )}
      <ThemeSwitch />
      <Button variant="default" size="xs" onClick={signOut}>
        Sign out
      </Button>
    </Group>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const Icon = isDark ? SunIcon : MoonIcon;
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={isDark ? 'Light colours' : 'Dark colours'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}

function PausedQueues() {
  const { data } = useSystemStatus();
  const title = data === undefined ? null : describePausedQueues(data.queues);
  if (title === null) return null;
  return (
    <Box mb="md">
      <Warning title={title}>
        Jobs are waiting, so this page may be out of date.{' '}
        <VisibleForRole needs="admin" otherwise="Ask an admin to resume processing.">
          <TextLink to="/settings/$section" params={{ section: 'queues' }}>
            Resume processing in the settings
          </TextLink>
        </VisibleForRole>
      </Warning>
    </Box>
  );
}

/** API paths whose responses depend on the clustering. */
const clusteringQueries = ['/v1/overview', '/v1/patterns', '/v1/reports', '/v1/improvements', '/v1/map'] as const;

/** Refreshes the results of the clustering as soon as the server has no pending work. */
function useRefreshWhenDone(isBusy: boolean | undefined): void {
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    if (wasBusy.current === true && isBusy === false) void invalidateQueries(...clusteringQueries);
    wasBusy.current = isBusy;
  }, [isBusy]);
}
