import { Alert, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';

interface Props {
  readonly subscription: Schemas['Subscription'];
  readonly hidesProblem: boolean;
}

export function LastDeliveryStatus({ subscription, hidesProblem }: Props) {
  const { state, reason, lastDeliveredAt, lastProblem, lastProblemAt } = subscription;
  return (
    <>
      <Text size="sm" c="dimmed">
        {lastDeliveredAt === null ? (
          'No event was delivered yet.'
        ) : (
          <>
            Last event delivered <Timestamp at={lastDeliveredAt} />.
          </>
        )}
      </Text>
      {state === 'off' && (
        <Alert variant="outline" color="red" title="Nothing is sent to it now">
          {reason ?? 'Nothing could be delivered for days.'} A test message that is taken switches it on again.
        </Alert>
      )}
      {lastProblem !== null && !hidesProblem && (
        <Text size="sm">
          The last time it did not work
          {lastProblemAt !== null && (
            <>
              {' '}
              (<Timestamp at={lastProblemAt} />)
            </>
          )}
          : {lastProblem}
        </Text>
      )}
    </>
  );
}
