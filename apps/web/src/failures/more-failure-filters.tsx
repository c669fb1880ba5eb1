import { refrain, useFindProvider } from '../api/refrain.ts';
import { EnvironmentField, PropertyFilterSelect, RepositoryField } from '../list/filters.tsx';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';

const names = ['repository', 'environment', 'connectionId', 'patternId'] as const;

export function countMoreFailureFilters(filter: FailuresSearchParameters): number {
  return names.filter((name) => filter[name] !== undefined).length;
}

interface Props {
  readonly filter: FailuresSearchParameters;
  show(change: { readonly [name in (typeof names)[number]]?: string | undefined }): void;
}

export function MoreFailureFilters({ filter, show }: Props) {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const accounts = connections.data?.items ?? [];
  return (
    <>
      <RepositoryField name={filter.repository} choose={(repository) => show({ repository })} />
      <EnvironmentField name={filter.environment} choose={(environment) => show({ environment })} />
      <PropertyFilterSelect
        label="Connection"
        labels={Object.fromEntries(
          accounts.map(({ id, provider, account }) => [id, `${findProvider(provider).name} ${account}`]),
        )}
        chosen={filter.connectionId}
        choose={(connectionId) => show({ connectionId })}
      />
      {filter.patternId !== undefined && (
        <OfPattern id={filter.patternId} choose={(patternId) => show({ patternId })} />
      )}
    </>
  );
}

/** Shows the pattern from whose page the user came. Other patterns cannot be chosen here. */
function OfPattern({ id, choose }: { readonly id: string; choose(id: string | undefined): void }) {
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', { params: { path: { id } } });
  return (
    <PropertyFilterSelect
      label="In the pattern"
      labels={{ [id]: pattern.data?.name ?? 'a pattern' }}
      chosen={id}
      choose={choose}
    />
  );
}
