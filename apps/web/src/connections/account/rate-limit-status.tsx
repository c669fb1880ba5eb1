import { Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { count } from '../../labels/count.ts';

export function RateLimitStatus({ budget }: Pick<Schemas['ConnectionHealth'], 'budget'>) {
  if (budget === null) return <Text size="sm">It does not say how many requests are left.</Text>;
  return (
    <Text size="sm">
      {count(budget.remaining, 'request')} of {budget.limit.toLocaleString('en')} left; counted again{' '}
      <Timestamp at={budget.resetsAt} as="age" />.
    </Text>
  );
}
