import { Card, List, Text, Title } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { FailureTime } from '../components/timestamp.tsx';
import { count } from '../labels/format.ts';

/** Lists failures assigned to the pattern since the report. They do not count yet, because a new clustering may move them. */
export function NewFailureList({ patternId }: { readonly patternId: string }) {
  const params = { query: { patternId, isProvisional: true, limit: 50 } };
  const { data, error, refetch } = refrain.useQuery('get', '/v1/failures', { params }, { refetchInterval: 15_000 });
  if (error !== null && data === undefined) return <ProblemNotice error={error} retry={refetch} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card withBorder padding="md" component="section">
      <Title order={2}>{count(data.total, 'new failure')}</Title>
      <Text size="sm" c="dimmed">
        Assigned on arrival, by similarity; counted after the next clustering.
      </Text>
      <List size="sm" mt="xs">
        {data.items.map(({ id, title, url, ...failure }) => (
          <List.Item key={id}>
            <ExternalLink url={url}>{title}</ExternalLink> <FailureTime failure={failure} />
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
