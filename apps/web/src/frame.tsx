import { AppShell, Container, Group, Loader, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { findStatus } from './api.ts';
import { PageLink } from './page-link.tsx';
import { count } from './words.ts';

/** What stands around every page: the name, and how much is known so far. */
export function Frame() {
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <AppShell.Header>
        <Container size="lg" h="100%">
          <Group h="100%" justify="space-between" wrap="nowrap">
            <PageLink to="/" underline="never" c="inherit">
              <Title order={1} size="h3">
                Refrain
              </Title>
            </PageLink>
            <StatusLine />
          </Group>
        </Container>
      </AppShell.Header>
      <AppShell.Main>
        <Container size="lg" px={0}>
          <Outlet />
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

function StatusLine() {
  const { data } = useQuery({ queryKey: ['status'], queryFn: findStatus, refetchInterval: 5_000, retry: false });
  if (!data) return null;
  return (
    <Group gap="xs" wrap="nowrap" aria-live="polite">
      {data.busy && <Loader size="xs" aria-hidden />}
      <Text size="sm" c="dimmed">
        {data.busy ? 'Working · ' : ''}
        {count(data.failures, 'failure')} · {count(data.patterns, 'pattern')}
      </Text>
    </Group>
  );
}
