import { Group, Loader, Text } from '@mantine/core';
import { PageLink } from '../components/page-link.tsx';

export function ImportInProgressNote() {
  return (
    <Group gap="xs" maw={260} wrap="nowrap" role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        Still reading: this is what is known so far.{' '}
        <PageLink to="/connections" inherit underline="always">
          How far it is
        </PageLink>
      </Text>
    </Group>
  );
}
