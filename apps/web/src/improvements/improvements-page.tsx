import { Group, Kbd, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { Board } from './board.tsx';

const keys = [
  ['↑ ↓', 'card'],
  ['← →', 'column'],
  ['Enter', 'open'],
  ['a', 'review and approve'],
  ['d', 'decline'],
  ['s', 'snooze for 30 days'],
] as const;

export function ImprovementsPage() {
  const { repository } = useSearch({ from: '/improvements' });
  const navigate = useNavigate({ from: '/improvements' });
  const filterByRepository = useDebouncedCallback((text: string) => {
    void navigate({ search: { repository: text.trim() || undefined }, replace: true });
  }, 300);
  return (
    <Page
      title="Improvements"
      lead="The systemic fix for each pattern, from proposal to proof. Nothing is opened before it is approved."
      actions={
        <>
          <PageLink to="/settings/$section" params={{ section: 'policy' }} size="sm">
            By which rules
          </PageLink>
          <PageLink to="/audit" size="sm">
            What was written
          </PageLink>
        </>
      }
    >
      <Group justify="space-between" align="end">
        <TextInput
          label="Repository"
          placeholder="owner/name"
          type="search"
          w={260}
          defaultValue={repository}
          onChange={(event) => filterByRepository(event.currentTarget.value)}
        />
        <Group gap="sm" visibleFrom="md" aria-label="Keys on a card" role="note">
          {keys.map(([key, what]) => (
            <Text key={key} size="xs" c="dimmed">
              <Kbd size="xs">{key}</Kbd> {what}
            </Text>
          ))}
        </Group>
      </Group>
      <Board repository={repository} />
    </Page>
  );
}
