import { NavLink, Stack, Text } from '@mantine/core';
import {
  BookIcon,
  FileIcon,
  GearIcon,
  GraphIcon,
  HistoryIcon,
  LightBulbIcon,
  PlugIcon,
  PulseIcon,
  ReplyIcon,
  SearchIcon,
  ServerIcon,
  SyncIcon,
  WorkflowIcon,
} from '@primer/octicons-react';
import { createLink } from '@tanstack/react-router';
import { findRememberedPeriod } from '../list/remembered-period.ts';
import { defaultDays } from '../overview/overview-range.ts';

const Entry = createLink(NavLink<'a'>);

const groups = [
  {
    name: 'Insights',
    entries: [
      { to: '/', label: 'Overview', icon: GraphIcon },
      { to: '/patterns', label: 'Patterns', icon: SyncIcon },
      { to: '/failures', label: 'Failures', icon: PulseIcon },
      { to: '/services', label: 'Services', icon: ServerIcon },
      { to: '/digests', label: 'Digests', icon: FileIcon },
    ],
  },
  {
    name: 'Actions',
    entries: [
      { to: '/improvements', label: 'Improvements', icon: LightBulbIcon },
      { to: '/seen-before', label: 'Seen before?', icon: SearchIcon },
      { to: '/library', label: 'Library', icon: BookIcon },
    ],
  },
  {
    name: 'Setup',
    entries: [
      { to: '/connections', label: 'Connections', icon: PlugIcon },
      { to: '/catalogue', label: 'Catalogue', icon: WorkflowIcon },
      { to: '/reverts', label: 'Routine changes', icon: ReplyIcon },
      { to: '/settings', label: 'Settings', icon: GearIcon },
      { to: '/audit', label: 'Audit', icon: HistoryIcon },
    ],
  },
] as const;

type PageEntry = (typeof groups)[number]['entries'][number];

/** All pages of the navigation, in its order. */
export const pageLinks = groups.flatMap<PageEntry>(({ entries }) => entries);

export function Navigation({ onNavigate }: { onNavigate(): void }) {
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
              search={() => findRememberedPeriod(to, defaultDays) as never}
              label={label}
              leftSection={<Icon size={18} aria-hidden />}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ active: true, 'aria-current': 'page' }}
              onClick={onNavigate}
              style={{ borderRadius: 'var(--mantine-radius-sm)' }}
            />
          ))}
        </div>
      ))}
    </Stack>
  );
}
