import { Button, Group, Kbd, Paper, Progress, Stack, Switch, Text } from '@mantine/core';
import { PageLink } from '../components/links.tsx';
import { catalogueEntryStatusLabels } from '../labels/domain-labels.ts';
import { useEntryDecisionProgress } from './cached-entries.ts';
import { type CatalogueEntryStatus, describeEntryLocation, type Entry } from './entry.ts';

interface Props {
  readonly last: { readonly entry: Entry; readonly to: CatalogueEntryStatus } | null;
  undo(): void;
  readonly keysOn: boolean;
  setKeysOn(on: boolean): void;
}

const legend = [
  ['j', 'next'],
  ['k', 'back'],
  ['y', 'confirm'],
  ['n', 'reject'],
  ['u', 'undo'],
] as const;

export function EntryDecisionProgress({ last, undo, keysOn, setKeysOn }: Props) {
  const progress = useEntryDecisionProgress();
  if (progress === null || progress.total === 0) return null;
  const { total, remaining } = progress;
  return (
    <Paper withBorder p="sm" pos={{ base: 'static', sm: 'sticky' }} top={60} style={{ zIndex: 2 }}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} role="status">
            {total - remaining} of {total} decided
            {remaining === 0 && ': nothing is left to decide'}
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
              <Button size="compact-sm" variant="light" onClick={undo}>
                Undo
              </Button>
            )}
          </Group>
          <Group gap="sm" visibleFrom="sm">
            {keysOn &&
              legend.map(([key, action]) => (
                <Text key={key} size="sm" c="dimmed">
                  <Kbd size="xs">{key}</Kbd> {action}
                </Text>
              ))}
            <Switch
              size="xs"
              label="Keys"
              checked={keysOn}
              onChange={(event) => setKeysOn(event.currentTarget.checked)}
            />
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
