import { List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeCompleteness } from './describe-overview.ts';
import { Panel } from './panel.tsx';

interface Props {
  readonly completeness: Schemas['Completeness'];
  readonly asOf: string | null;
}

export function Completeness({ completeness, asOf }: Props) {
  return (
    <Panel title="How complete this is">
      <Text size="sm">
        {describeCompleteness(completeness)}{' '}
        <PageLink to="/connections" inherit underline="always">
          Connections
        </PageLink>
      </Text>
      {completeness.problems.length > 0 && (
        <List size="sm">
          {completeness.problems.slice(0, 3).map(({ account, problem }) => (
            <List.Item key={account}>
              {account}: {problem}
            </List.Item>
          ))}
        </List>
      )}
      {asOf !== null && (
        <Text size="xs" c="dimmed">
          Measured as of <Timestamp at={asOf} />.
        </Text>
      )}
    </Panel>
  );
}
