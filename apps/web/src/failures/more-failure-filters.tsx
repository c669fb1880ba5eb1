import { Flex } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { useFindProvider } from '../api/use-providers.ts';
import { DayField } from '../list/day-field.tsx';
import { FacetSelect } from '../list/facet-select.tsx';
import { EnvironmentField, RepositoryField, ServiceField } from '../list/scope-fields.tsx';
import type { FailuresSearch } from './failures-search.ts';

interface Props {
  readonly filter: FailuresSearch;
  show(change: { readonly [name in keyof FailuresSearch]: string | undefined }): void;
}

export function MoreFailureFilters({ filter, show }: Props) {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const accounts = connections.data?.items ?? [];
  return (
    <Flex wrap="wrap" gap="sm" pt="sm">
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
      <RepositoryField name={filter.repository} choose={(repository) => show({ repository })} />
      <EnvironmentField name={filter.environment} choose={(environment) => show({ environment })} />
      <FacetSelect
        label="Connection"
        labels={Object.fromEntries(
          accounts.map(({ id, provider, account }) => [id, `${findProvider(provider).name} ${account}`]),
        )}
        values={accounts.map(({ id }) => ({ value: id }))}
        chosen={filter.connectionId}
        choose={(connectionId) => show({ connectionId })}
      />
      <DayField
        label="From"
        day={filter.since}
        {...(filter.until && { max: filter.until })}
        choose={(since) => show({ since })}
      />
      <DayField
        label="Until"
        day={filter.until}
        {...(filter.since && { min: filter.since })}
        choose={(until) => show({ until })}
      />
      {filter.patternId !== undefined && (
        <OfPattern id={filter.patternId} choose={(patternId) => show({ patternId })} />
      )}
    </Flex>
  );
}

interface OfPatternProps {
  readonly id: string;
  choose(id: string | undefined): void;
}

/** Shows the pattern from whose page the user came. Other patterns cannot be chosen here. */
function OfPattern({ id, choose }: OfPatternProps) {
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', { params: { path: { id } } });
  return (
    <FacetSelect
      label="In the pattern"
      labels={{ [id]: pattern.data?.name ?? 'one pattern' }}
      values={[{ value: id }]}
      chosen={id}
      choose={choose}
    />
  );
}
