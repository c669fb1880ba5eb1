import { Badge, Group, Paper, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { KindBadge } from '../parts/kind-badge.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { When } from '../parts/when.tsx';
import { describePlace } from '../words/describe-place.ts';
import { formatDuration } from '../words/times.ts';

interface Props {
  readonly failure: Schemas['ListedFailure'];
  /** Of the pattern that it is in; undefined where that is not known here. */
  readonly patternName: string | undefined;
}

/** A failure in two lines: what it was; when, where, and what it belongs to. */
export function FailureRow({ failure, patternName }: Props) {
  const { id, kind, title, occurredAt, resolvedAt, isFailure } = failure;
  const place = describePlace(failure);
  return (
    <Paper withBorder px="md" py="xs" component="article">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <PageLink to="/failures/$failureId" params={{ failureId: id }} fw={600} lineClamp={1} title={title}>
          {title}
        </PageLink>
        <Text size="sm" c="dimmed" flex="none" visibleFrom="sm">
          <When at={occurredAt} />
        </Text>
      </Group>
      <Group gap="xs" mt={4}>
        <KindBadge kind={kind} />
        {!isFailure && (
          <Badge variant="outline" color="gray" tt="none" fw={500}>
            not a failure
          </Badge>
        )}
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          <When at={occurredAt} />
        </Text>
        <Text size="sm" c="dimmed">
          {[resolvedAt && `lasted ${formatDuration(occurredAt, resolvedAt)}`, place].filter(Boolean).join(' · ')}
        </Text>
        {isFailure && <Grouping failure={failure} name={patternName} />}
      </Group>
    </Paper>
  );
}

function Grouping({
  failure: { patternId, assignedOnArrival },
  name,
}: {
  failure: Schemas['ListedFailure'];
  name: string | undefined;
}) {
  if (patternId === null)
    return (
      <Text size="sm" c="dimmed">
        in no pattern
      </Text>
    );
  return (
    <Text size="sm" c="dimmed">
      in{' '}
      <PageLink to="/patterns/$patternId" params={{ patternId }} inherit underline="always">
        {name ?? 'a pattern'}
      </PageLink>
      {assignedOnArrival && ', assigned on arrival'}
    </Text>
  );
}
