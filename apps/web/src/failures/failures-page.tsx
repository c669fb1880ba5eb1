import { Link, useSearch } from '@tanstack/react-router';
import { memo } from 'react';
import { refrain, type Schemas, useSystemStatus } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { failureKindColors, failureKindLabels } from '../labels/domain-labels.ts';
import { describeLocation } from '../labels/format.ts';
import { hasAnyFilter } from '../list/filters.tsx';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { FailureFilterBar } from './failure-filter-bar.tsx';
import classes from './failures-page.module.css';
import { toFailureListQuery } from './to-failure-list-query.ts';

/** The list refreshes itself only up to this number of loaded pages, because a refresh fetches all of them again. */
const maxRefreshedPages = 3;

export function FailuresPage() {
  const filter = useSearch({ from: '/failures' });
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/failures',
    { params: { query: { ...toFailureListQuery(filter), limit: 200 } } },
    {
      ...paginationOptions(),
      staleTime: ({ state }) =>
        (state.data?.pages.length ?? 0) > maxRefreshedPages ? Number.POSITIVE_INFINITY : 5_000,
      refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > maxRefreshedPages ? false : 30_000),
    },
  );
  const { order: _, ...narrowing } = filter;
  const status = useSystemStatus().data;
  const excluded = status === undefined ? 0 : status.failures - status.unassigned.of;
  return (
    <Page
      title="Failures"
      lead={`Every incident, failed deployment and reverted change that is known${excluded === 0 ? '' : `; ${excluded} of them count as no failure`}.`}
      actions={<CopyLinkButton />}
    >
      <FailureFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="failure"
        rowHeight={92}
        empty={<NoFailures filtered={hasAnyFilter(narrowing)} />}
        keyOf={({ id }) => id}
      >
        {(failure) => <FailureRow failure={failure} />}
      </VirtualList>
    </Page>
  );
}

function NoFailures({ filtered }: { readonly filtered: boolean }) {
  const status = useSystemStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (filtered)
    return (
      <EmptyState title="No failure fits.">
        Take a word or a filter away, or <TextLink to="/failures">show all failures</TextLink>.
      </EmptyState>
    );
  if (connections.data?.items.length === 0)
    return (
      <EmptyState title="Nothing is connected yet.">
        <ConnectAccountsLink />: what has failed there appears here.
      </EmptyState>
    );
  if (status.data?.busy)
    return <EmptyState title="Importing history…">Failures appear here as they are found.</EmptyState>;
  return (
    <EmptyState title="No failure is known.">
      Nothing has failed in what is connected, as far back as it was read.
    </EmptyState>
  );
}

interface FailureRowProps {
  readonly failure: Schemas['ListedFailure'];
}

const FailureRow = memo(function FailureRow({ failure }: FailureRowProps) {
  const { id, kind, title, isFailure, confidence } = failure;
  const duration = formatFailureDuration(failure);
  const location = describeLocation(failure);
  return (
    <article className={classes.row} {...listItem}>
      <div className={classes.head}>
        <Link to="/failures/$failureId" params={{ failureId: id }} className={classes.title} title={title}>
          {title}
        </Link>
        <span className={classes.when}>
          <FailureTime failure={failure} />
        </span>
      </div>
      <div className={classes.facts}>
        <span>
          <span className={classes.dot} style={{ background: `var(--mantine-color-${failureKindColors[kind]}-6)` }} />
          {failureKindLabels[kind]}
        </span>
        <span className={classes.when}>
          <FailureTime failure={failure} />
        </span>
        {duration && <span>{duration}</span>}
        {location && <span>{location}</span>}
        {isFailure ? (
          <PatternMembership failure={failure} />
        ) : (
          <span>{confidence <= 0.5 ? 'reason unknown' : 'not a failure'}</span>
        )}
      </div>
    </article>
  );
});

function PatternMembership({ failure: { patternId, patternName, isProvisional } }: FailureRowProps) {
  if (patternId === null) return <span>in no pattern</span>;
  return (
    <span>
      in{' '}
      <Link to="/patterns/$patternId" params={{ patternId }} className={classes.pattern}>
        {patternName}
      </Link>
      {isProvisional && ', assigned on arrival'}
    </span>
  );
}
