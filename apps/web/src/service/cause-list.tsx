import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';
import { pickPeriod } from '../list/period.ts';
import classes from './cause-list.module.css';
import type { PeriodProps } from './period-props.ts';

type Props = Pick<Schemas['ServiceProfile'], 'name' | 'kind' | 'causes'> & PeriodProps;

/**
 * Shows the service's row of the failure map. The counts are part of the profile. Which cells stand out comes from the map,
 * which can take longer.
 */
export function CauseList({ name, kind, causes, period, periodName }: Props) {
  const location = kind === 'service' ? { service: name } : { repository: name };
  const map = refrain.useQuery('get', '/v1/map', { params: { query: location } }, { staleTime: 600_000, retry: false });
  const standsOut = new Set(map.data?.causes.flatMap((cell) => (cell.standsOut ? [cell.cause] : [])));
  const max = Math.max(...causes.map(({ episodes }) => episodes));
  return (
    <SectionCard title="Episodes by cause">
      <ul className={classes.list}>
        {causes.map(({ cause, episodes }) => (
          <li key={cause} className={classes.item}>
            <PageLink to="/patterns" search={{ ...location, cause, ...pickPeriod(period) }} size="sm" c="inherit">
              {capitalise(causeLabels[cause])}
              {standsOut.has(cause) && ' ▲'}
            </PageLink>
            <span className={classes.count}>{episodes}</span>
            <span className={classes.bar} aria-hidden style={{ width: `${(100 * episodes) / max}%` }} />
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        Episodes {periodName}. {standsOut.size > 0 && '▲ marks causes with more episodes than expected.'}
      </Text>
    </SectionCard>
  );
}
