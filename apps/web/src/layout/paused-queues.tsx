import { Anchor, Box } from '@mantine/core';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { Warning } from '../components/warning.tsx';
import { describePausedQueues } from './describe-paused-queues.ts';
import { useStatus } from './use-status.ts';

export function PausedQueues() {
  const { data } = useStatus();
  const title = data === undefined ? null : describePausedQueues(data.queues);
  if (title === null) return null;
  return (
    <Box mb="md">
      <Warning title={title}>
        Its jobs do not start, so what you see here may be out of date.{' '}
        <VisibleForRole needs="admin" otherwise="Ask an admin to resume it on the queues page.">
          <Anchor href="/queues" inherit underline="always">
            Resume it on the queues page
          </Anchor>
        </VisibleForRole>
      </Warning>
    </Box>
  );
}
