import { Text } from '@mantine/core';
import { TextLink } from '../components/links.tsx';
import { count } from '../labels/format.ts';

/** Counts the services that the list leaves out because they have no episode in the period, and links to the full list. */
export function IdleServicesLine({ services }: { readonly services: number }) {
  return (
    <Text size="sm" c="dimmed">
      {count(services, 'service')} without an episode in the period.{' '}
      <TextLink
        from="/services"
        to="/services"
        search={(current) => ({ ...current, idle: 'shown' })}
        resetScroll={false}
      >
        {services === 1 ? 'Show it' : 'Show them'}
      </TextLink>
    </Text>
  );
}
