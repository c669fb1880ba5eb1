import { Badge, Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { Timestamp } from '../components/timestamp.tsx';
import { describeDecider } from '../labels/audit-labels.ts';

export function DecisionRow({
  decision: { what, by, at, subject, detail, state },
}: {
  readonly decision: Schemas['Decision'];
}) {
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 260px">
          {what}
        </Title>
        {state === 'begun' && (
          <Badge variant="dot" color="orange" tt="none" fw={500}>
            not known whether it was carried out
          </Badge>
        )}
      </Group>
      <Facts facts={detail} />
      <Facts facts={subject} />
      <Text size="sm" c="dimmed" mt={4}>
        <Timestamp at={at} />, by {describeDecider(by)}
      </Text>
    </Card>
  );
}

function Facts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
      {known.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join(' · ')}
    </Text>
  );
}
