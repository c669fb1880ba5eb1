import { Button, Group, Kbd, Paper, Progress, Stack, Text } from '@mantine/core';
import { PageLink } from '../components/links.tsx';
import { catalogueEntryStatusLabels } from '../labels/domain-labels.ts';
import { useEntryDecisionProgress } from './cached-entries.ts';
import { type CatalogueEntryStatus, describeEntryLocation, type Entry } from './entry.ts';

interface Props {
  readonly last: { readonly entry: Entry; readonly to: CatalogueEntryStatus } | null;
  undo(): void;
}

export function EntryDecisionProgress({ last, undo }: Props) {
  const progress = useEntryDecisionProgress();
  if (progress === null || progress.total === 0) return null;
  const { total, remaining } = progress;
  return (
    <Paper withBorder p="sm" pos={{ base: 'static', sm: 'sticky' }} top={60} style={{ zIndex: 2 }}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} role="status">
            {total - remaining} of {total} decided
            {remaining === 0 && ': all entries are decided'}
          </Text>
          {remaining > 0 && (
            <PageLink to="/catalogue" search={{ status: 'suggested' }} size="sm">
              Show only suggestions
            </PageLink>
          )}
        </Group>
        <Progress value={(100 * (total - remaining)) / total} aria-label={`${total - remaining} of ${total} decided`} />
        <Group justify="space-between" gap="xs" mih={30}>
          <Group gap="xs">
            <Text size="sm" role="status">
              {last
                ? `${last.entry.service} from ${describeEntryLocation(last.entry)}: ${catalogueEntryStatusLabels[last.to]}.`
                : 'No decisions on this visit yet.'}
            </Text>
            {last && (
              <Button
                size="compact-sm"
                variant="light"
                aria-keyshortcuts="u"
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    u
                  </Kbd>
                }
                onClick={undo}
              >
                Undo
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
