import { Button, Text } from '@mantine/core';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { TextLink } from '../components/links.tsx';
import { ServiceLink } from '../components/service-link.tsx';
import { EmptyState, LoadingPlaceholder, ProblemNotice } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatListTotal } from '../labels/format.ts';
import classes from './service-table.module.css';
import { SortHeader } from './sort-header.tsx';

interface Props {
  readonly list: {
    readonly data: { readonly pages: readonly Schemas['ServicesResponse'][] } | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  readonly isFiltered: boolean;
}

export function ServiceTable({ list, isFiltered }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage } = list;
  if (error != null) return <ProblemNotice error={error} retry={() => void list.refetch()} />;
  if (data === undefined) return <LoadingPlaceholder what="the services" heights={[36, 36, 36, 36, 36]} />;
  const services = data.pages.flatMap(({ items }) => items);
  if (services.length === 0) return <NoServices isFiltered={isFiltered} />;
  const hasOwners = services.some(({ teams }) => teams.length > 0);
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {formatListTotal(data.pages[0]?.total ?? 0, 'service')}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <SortHeader sort="name">Service</SortHeader>
            <SortHeader sort="patterns" isNumber>
              Patterns
            </SortHeader>
            <SortHeader sort="episodes" isNumber>
              Episodes, 90 days
            </SortHeader>
            <th scope="col" className={classes.wide}>
              12 months
            </th>
            <SortHeader sort="lastAt">Last failure</SortHeader>
            {hasOwners && (
              <th scope="col" className={classes.wide}>
                Owner
              </th>
            )}
            <SortHeader sort="deployments" isNumber isWide>
              Deployments, 90 days
            </SortHeader>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <Row key={`${service.kind} ${service.name}`} service={service} hasOwner={hasOwners} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}

/** Memoised, because a page of the list has two hundred rows. */
const Row = memo(
  ({ service, hasOwner }: { readonly service: Schemas['ServiceSummary']; readonly hasOwner: boolean }) => {
    const { name, kind, patterns, episodes, months, lastAt, teams, deployments } = service;
    return (
      <tr>
        <th scope="row">
          <ServiceLink name={name} />
          {kind === 'repository' && <span className={classes.kind}>repository</span>}
        </th>
        <td className={classes.number}>{patterns}</td>
        <td className={classes.number}>{episodes}</td>
        <td className={classes.wide}>
          <Sparkline values={months} label="Episodes in each of the last 12 months, oldest first" />
        </td>
        <td>
          <Timestamp at={lastAt} as="day" />
        </td>
        {hasOwner && <td className={classes.wide}>{teams.join(', ') || '–'}</td>}
        <td className={`${classes.number} ${classes.wide}`}>{deployments ?? '–'}</td>
      </tr>
    );
  },
);

function NoServices({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered)
    return (
      <EmptyState title="No service matches.">
        Change the search, or <TextLink to="/services">show all services</TextLink>.
      </EmptyState>
    );
  return (
    <EmptyState title="No service had a failure yet.">
      Services appear here after the first clustering. <ConnectAccountsLink /> to import failures.
    </EmptyState>
  );
}
