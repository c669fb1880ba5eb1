import { Card, Title } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { EmptyState } from '../components/states.tsx';
import { listItem } from '../keys/list-items.ts';
import { formatDay } from '../labels/times.ts';
import { hasAnyFilter } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { UndoButton } from '../pattern/decide/undo-button.tsx';
import { DecisionFilterBar } from './decision-filter-bar.tsx';
import { DecisionLine } from './decision-line.tsx';
import { toDecisionQuery } from './to-decision-query.ts';

/** Lists all decisions, newest first, below a heading for each day. */
export function DecisionList({ filter }: { readonly filter: AuditSearchParameters }) {
  const { user, topic, operation, from, until } = filter;
  const query = toDecisionQuery(filter);
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/audit',
    { params: { query: { ...query, limit: 100 } } },
    paginationOptions(15_000),
  );
  const decisions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const startsDay = (at: number) => {
    const [before, shown] = [decisions[at - 1], decisions[at]];
    return shown !== undefined && (before === undefined || formatDay(before.at) !== formatDay(shown.at));
  };
  return (
    <>
      <DecisionFilterBar filter={filter} query={query} />
      <VirtualList
        list={list}
        one={topic === 'sign_ins' ? 'entry' : 'decision'}
        many={topic === 'sign_ins' ? 'entries' : 'decisions'}
        rowHeight={70}
        empty={
          hasAnyFilter([user, topic, operation, from, until]) ? (
            <EmptyState title="No decisions match.">Remove a filter.</EmptyState>
          ) : (
            <EmptyState title="No decisions yet.">Every change that somebody makes is listed here.</EmptyState>
          )
        }
        keyOf={({ id }) => id}
      >
        {(decision, at) => (
          <>
            {startsDay(at) && (
              <Title order={2} size="h4" mt={at === 0 ? 0 : 'sm'} mb="xs">
                {formatDay(decision.at)}
              </Title>
            )}
            <Card withBorder px="sm" py="xs" component="article" {...listItem} tabIndex={-1}>
              <DecisionLine decision={decision} isBelowDay action={<UndoButton decision={decision} />} />
            </Card>
          </>
        )}
      </VirtualList>
    </>
  );
}
