import { Flex } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { Nothing } from '../components/nothing.tsx';
import { checkStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { FacetSelect } from '../list/facet-select.tsx';
import { LongList } from '../list/long-list.tsx';
import { NameField } from '../list/name-field.tsx';
import { pageAfterPage } from '../list/page-after-page.ts';
import { useShow } from '../list/use-show.ts';
import type { AuditSearch } from './audit-search.ts';
import { CheckRow } from './check-row.tsx';
import { SwitchOn } from './switch-on.tsx';

/** Lists the checks that Refrain ran on open pull requests. */
export function CheckList({ filter: { check: state, repository } }: { readonly filter: AuditSearch }) {
  const show = useShow<AuditSearch>();
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/checks',
    { params: { query: { state, repository, limit: 100 } } },
    { ...pageAfterPage, refetchInterval: 15_000 },
  );
  const repositories = list.data?.pages.flatMap(({ items }) => items.map((check) => check.repository)) ?? [];
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        <FacetSelect
          label="State"
          labels={checkStateLabels}
          values={namesOf(checkStateLabels).map((value) => ({ value }))}
          chosen={state}
          choose={(check) => show({ check })}
        />
        <NameField
          label="Repository"
          placeholder="owner/name"
          names={repositories}
          name={repository}
          choose={(repository) => show({ repository })}
        />
      </Flex>
      <LongList
        list={list}
        one="check"
        rowHeight={100}
        empty={<NoChecks isFiltered={state !== undefined || repository !== undefined} />}
        keyOf={({ id }) => id}
      >
        {(check) => <CheckRow check={check} />}
      </LongList>
    </>
  );
}

function NoChecks({ isFiltered }: { readonly isFiltered: boolean }) {
  const policy = refrain.useQuery('get', '/v1/policy').data?.policy;
  if (isFiltered) return <Nothing title="No check fits.">Take a filter away.</Nothing>;
  if (policy?.checkPulls)
    return (
      <Nothing title="Nothing was checked yet.">
        Most pull requests resemble nothing that failed, and get no check.
      </Nothing>
    );
  return (
    <Nothing title="Pull requests are not checked.">
      <SwitchOn />; it needs a GitHub App.
    </Nothing>
  );
}
