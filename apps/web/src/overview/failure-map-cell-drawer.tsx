import { Drawer, List, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { QueryState } from '../components/states.tsx';
import { FailureTime } from '../components/timestamp.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { capitalise, count, formatTwoSignificantDigits } from '../labels/format.ts';
import { formatHours } from '../labels/times.ts';
import { pickPeriod } from '../list/period.ts';
import type { OverviewSearchParameters } from '../list/search-parameters.ts';
import { formatFailureMapLocation } from './failure-map-table.tsx';

interface Props {
  readonly period: NonNullable<Schemas['Overview']['period']>;
}

export function FailureMapCellDrawer({ period }: Props) {
  const { service, repository, cause, ...range } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const close = () => void navigate({ search: pickPeriod(range), resetScroll: false });
  const location = formatFailureMapLocation({ service: service ?? null, repository: repository ?? null });
  return (
    <Drawer
      opened={cause !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={cause && `${capitalise(causeLabels[cause])} in ${location}`}
    >
      {cause !== undefined && <Cell service={service} repository={repository} cause={cause} period={period} />}
    </Drawer>
  );
}

type CellProps = Props &
  Pick<OverviewSearchParameters, 'service' | 'repository'> & { readonly cause: Schemas['Cause'] };

function Cell({ service, repository, cause, period }: CellProps) {
  const location = { service, repository };
  const map = refrain.useQuery('get', '/v1/map', {
    params: { query: { ...location, since: period.from, until: period.until } },
  });
  const patterns = refrain.useQuery('get', '/v1/patterns', { params: { query: { ...location, cause, limit: 10 } } });
  return (
    <Stack>
      <QueryState query={map} what="the cell" height={120}>
        {({ causes }) => {
          const cell = causes.find(
            (other) =>
              other.cause === cause && other.service === (service ?? null) && other.repository === (repository ?? null),
          );
          return cell === undefined ? (
            <Text>The cell has no episodes in this period.</Text>
          ) : (
            <>
              <CellFigures cell={cell} />
              <Episodes ids={cell.episodeIds} of={cell.episodes} />
            </>
          );
        }}
      </QueryState>
      <Title order={3}>Patterns</Title>
      <QueryState query={patterns} what="the patterns" height={80}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              No failure here belongs to a pattern.
            </Text>
          ) : (
            <List size="sm">
              {items.map(({ id, name, episodes }) => (
                <List.Item key={id}>
                  <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
                    {name}
                  </PageLink>{' '}
                  ({count(episodes, 'episode')} in all services)
                </List.Item>
              ))}
            </List>
          )
        }
      </QueryState>
    </Stack>
  );
}

function CellFigures({ cell }: { readonly cell: Schemas['FailureMapCauseCell'] }) {
  const { episodes, hours, per100Changes, standsOut } = cell;
  return (
    <Text size="sm">
      {count(episodes, 'episode')} in this period
      {hours.median !== null && `, median duration ${formatHours(hours.median)}`}.{' '}
      {per100Changes !== null &&
        `${formatTwoSignificantDigits(per100Changes.observed)} per 100 changes; the whole organisation has ${formatTwoSignificantDigits(per100Changes.organisation)}. `}
      {standsOut ? 'This is more than the number of changes and chance can explain.' : 'This may be due to chance.'}
    </Text>
  );
}

function Episodes({ ids, of }: { readonly ids: readonly string[]; readonly of: number }) {
  const failures = refrain.useQuery('get', '/v1/failures', {
    params: { query: { episodeIds: ids.join(','), limit: 50 } },
  });
  return (
    <>
      <Title order={3}>
        {ids.length < of ? `The newest ${ids.length} of ${count(of, 'episode')}` : count(of, 'episode')}
      </Title>
      <QueryState query={failures} what="the episodes" height={120}>
        {({ items }) => (
          <List size="sm">
            {firstOfEachEpisode(items).map(({ id, title, url, ...failure }) => (
              <List.Item key={id}>
                <PageLink to="/failures/$failureId" params={{ failureId: id }} inherit>
                  {title}
                </PageLink>
                , <FailureTime failure={failure} as="day" />{' '}
                {url !== null && <ExternalLink url={url}>source</ExternalLink>}
              </List.Item>
            ))}
          </List>
        )}
      </QueryState>
    </>
  );
}

function firstOfEachEpisode(failures: readonly Schemas['ListedFailure'][]): readonly Schemas['ListedFailure'][] {
  return failures.filter(({ episodeId }, at) => failures.findIndex((other) => other.episodeId === episodeId) === at);
}
