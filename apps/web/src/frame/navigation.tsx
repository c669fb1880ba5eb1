import { NavLink, Stack, Text } from '@mantine/core';
import {
  IconBooks,
  IconBulb,
  IconChartDots,
  IconFileText,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnected,
  IconRepeat,
  IconRoute,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';

const Entry = createLink(NavLink<'a'>);

/** By what one comes for: to look, to act, to look something up, to set it up. */
const groups = [
  {
    name: 'Look',
    entries: [
      { to: '/', label: 'Overview', icon: IconLayoutDashboard },
      { to: '/patterns', label: 'Patterns', icon: IconRepeat },
      { to: '/failures', label: 'Failures', icon: IconChartDots },
      { to: '/digests', label: 'Digests', icon: IconFileText },
    ],
  },
  {
    name: 'Act',
    entries: [
      { to: '/improvements', label: 'Improvements', icon: IconBulb },
      { to: '/seen-before', label: 'Seen before?', icon: IconSearch },
      { to: '/library', label: 'Library', icon: IconBooks },
    ],
  },
  {
    name: 'Set up',
    entries: [
      { to: '/connections', label: 'Connections', icon: IconPlugConnected },
      { to: '/catalogue', label: 'Catalogue', icon: IconRoute },
      { to: '/settings', label: 'Settings', icon: IconSettings },
      { to: '/audit', label: 'Audit', icon: IconHistory },
    ],
  },
] as const;

export function Navigation({ onFollow }: { onFollow(): void }) {
  return (
    <Stack gap="lg" component="nav" aria-label="Pages">
      {groups.map(({ name, entries }) => (
        <div key={name}>
          <Text size="xs" c="dimmed" fw={600} tt="uppercase" px="sm" mb={4}>
            {name}
          </Text>
          {entries.map(({ to, label, icon: Icon }) => (
            <Entry
              key={to}
              to={to}
              label={label}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
              activeOptions={{ exact: to === '/' }}
              activeProps={{ active: true, 'aria-current': 'page' }}
              onClick={onFollow}
              style={{ borderRadius: 'var(--mantine-radius-sm)' }}
            />
          ))}
        </div>
      ))}
    </Stack>
  );
}
