import { Flex } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { Nothing } from '../components/nothing.tsx';
import { writeActionLabels, writeStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { FacetSelect } from '../list/facet-select.tsx';
import { LongList } from '../list/long-list.tsx';
import { NameField } from '../list/name-field.tsx';
import { pageAfterPage } from '../list/page-after-page.ts';
import { useShow } from '../list/use-show.ts';
import type { AuditSearch } from './audit-search.ts';
import { SwitchOn } from './switch-on.tsx';
import { WriteRow } from './write-row.tsx';

/** Lists what was written at providers or, for `planned`, what a dry run would have written. */
export function WriteList({ filter }: { readonly filter: AuditSearch }) {
  const { action, place } = filter;
  const isPlanned = filter.show === 'planned';
  const state = isPlanned ? 'planned' : filter.state;
  const show = useShow<AuditSearch>();
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/writes',
    { params: { query: { state, action, place, limit: 100 } } },
    { ...pageAfterPage, refetchInterval: 15_000 },
  );
  const places = list.data?.pages.flatMap(({ items }) => items.map((write) => write.place)) ?? [];
  const isFiltered = [action, place, filter.state].some((value) => value !== undefined);
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        {!isPlanned && (
          <FacetSelect
            label="State"
            labels={writeStateLabels}
            values={namesOf(writeStateLabels).map((value) => ({ value }))}
            chosen={filter.state}
            choose={(state) => show({ state })}
          />
        )}
        <FacetSelect
          label="Action"
          labels={writeActionLabels}
          values={namesOf(writeActionLabels).map((value) => ({ value }))}
          chosen={action}
          choose={(action) => show({ action })}
        />
        <NameField
          label="Place"
          placeholder="owner/name, owner/name#12, an incident"
          names={places}
          name={place}
          choose={(place) => show({ place })}
        />
      </Flex>
      <LongList
        list={list}
        one="write"
        rowHeight={110}
        empty={<NoWrites isPlanned={isPlanned} isFiltered={isFiltered} />}
        keyOf={({ id }) => id}
      >
        {(write) => <WriteRow write={write} />}
      </LongList>
    </>
  );
}

function NoWrites({ isPlanned, isFiltered }: { readonly isPlanned: boolean; readonly isFiltered: boolean }) {
  if (isFiltered) return <Nothing title="No write fits.">Take a filter away. A place is given in full.</Nothing>;
  if (!isPlanned)
    return (
      <Nothing title="Nothing was written yet.">An issue is opened once a person or the policy approves it.</Nothing>
    );
  return (
    <Nothing title="Nothing is planned.">
      While a dry run is on, what would be written is listed here. <SwitchOn />
    </Nothing>
  );
}
