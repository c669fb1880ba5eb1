import { ActionIcon, Button, Group, Loader, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { MoonIcon, SunIcon } from '@primer/octicons-react';
import { api } from '../api/refrain.ts';
import { useSession } from '../api/use-session.ts';
import { count } from '../labels/count.ts';
import { useStatus } from './use-status.ts';

export function SessionBar() {
  const { data } = useStatus();
  const { data: session } = useSession();
  // The page is reloaded even if the request fails, and then shows whether the session still exists.
  const signOut = () => api.POST('/v1/sign-out').finally(() => window.location.assign('/'));
  return (
    <Group gap="sm" wrap="nowrap">
      {data?.busy && <Loader size="xs" aria-hidden />}
      {data && (
        <Text size="sm" c="dimmed" visibleFrom="xs">
          {data.busy && 'Working · '}
          {count(data.unassigned.of, 'failure')} · {count(data.patterns, 'pattern')}
        </Text>
      )}
      {session && (
        <Text size="sm" c="dimmed" visibleFrom="md" title={`You are ${session.user.role}`}>
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
