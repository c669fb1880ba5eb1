import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { CheckIcon, XIcon } from '@primer/octicons-react';
import { ServiceLink } from '../components/service-link.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { listItem, moveFocus } from '../keys/list-items.ts';
import { catalogueEntryOriginLabels, catalogueEntryStatusLabels } from '../labels/domain-labels.ts';
import { formatProbability } from '../labels/format.ts';
import { type CatalogueEntryStatus, describeEntryLocation, type Entry } from './entry.ts';

interface Props {
  readonly entry: Entry;
  readonly isFirst: boolean;
  decide(to: CatalogueEntryStatus): void;
  /** Deletes an entry that a person added. For any other entry, deletes only the decision on it. */
  remove(): void;
}

export function EntryRow({ entry, isFirst, decide, remove }: Props) {
  const { service, status, score, origin, evidence } = entry;
  const decideAndMoveOn = (to: CatalogueEntryStatus) => {
    decide(to);
    moveFocus('j');
  };
  return (
    <Stack gap={4}>
      {isFirst && (
        <Title order={2} size="h3" mt="sm">
          <ServiceLink name={service} />
        </Title>
      )}
      <Card
        component="article"
        withBorder
        padding="sm"
        tabIndex={-1}
        aria-label={`${service} from ${describeEntryLocation(entry)}: ${catalogueEntryStatusLabels[status]}`}
        {...listItem}
        style={{ scrollMarginTop: 220, scrollMarginBottom: 16 }}
      >
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4} flex="1 1 280px">
            <Text fw={600}>{describeEntryLocation(entry)}</Text>
            <Text size="sm" c="dimmed">
              {status === 'suggested' && `${formatProbability(score)} confidence, `}
              {catalogueEntryOriginLabels[origin]}
            </Text>
            {evidence.length > 0 && (
              <List size="sm" spacing={2}>
                {evidence.map(({ signal, detail }) => (
                  <List.Item key={`${signal} ${detail}`}>{detail}</List.Item>
                ))}
              </List>
            )}
          </Stack>
          <VisibleForRole needs="triager">
            <Stack gap={4} align="flex-end" ml="auto">
              <Group gap="xs">
                <Button
                  size="xs"
                  variant={status === 'confirmed' ? 'filled' : 'default'}
                  aria-pressed={status === 'confirmed'}
                  leftSection={<CheckIcon size={14} aria-hidden />}
                  aria-keyshortcuts="a"
                  data-shortcut="Confirm the entry"
                  onClick={() => decideAndMoveOn('confirmed')}
                >
                  {status === 'confirmed' ? 'Confirmed' : 'Confirm'}
                </Button>
                <Button
                  size="xs"
                  variant={status === 'rejected' ? 'filled' : 'default'}
                  color="gray"
                  aria-pressed={status === 'rejected'}
                  leftSection={<XIcon size={14} aria-hidden />}
                  aria-keyshortcuts="d"
                  data-shortcut="Reject the entry"
                  onClick={() => decideAndMoveOn('rejected')}
                >
                  {status === 'rejected' ? 'Rejected' : 'Reject'}
                </Button>
              </Group>
              {status !== 'suggested' && (
                <Button size="compact-xs" variant="subtle" color="gray" c="dimmed" onClick={remove}>
                  {origin === 'person' ? 'Delete the entry' : 'Delete the decision'}
                </Button>
              )}
            </Stack>
          </VisibleForRole>
        </Group>
      </Card>
    </Stack>
  );
}
