import { Alert, List } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/count.ts';
import { describeStream } from './describe-stream.ts';

const maxListed = 20;

export function FailedStreams({ streams }: Pick<Schemas['BackfillProgress'], 'streams'>) {
  const failed = streams.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <Alert variant="outline" color="red" role="alert" title={`${count(failed.length, 'part')} failed`}>
      <List size="sm" spacing={4}>
        {failed.slice(0, maxListed).map(({ stream, problem }) => (
          <List.Item key={stream}>
            <b>{describeStream(stream)}</b>
            {problem !== null && `: ${problem}`}
          </List.Item>
        ))}
        {failed.length > maxListed && <List.Item>and {failed.length - maxListed} more, in the list below</List.Item>}
      </List>
    </Alert>
  );
}
