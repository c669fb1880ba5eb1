import { Button, Collapse, Flex, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { refrain, useFindProvider } from '../api/refrain.ts';
import { failureKindLabels } from '../labels/domain-labels.ts';
import {
  DayField,
  EnvironmentField,
  hasAnyFilter,
  PropertyFilterSelect,
  RepositoryField,
  SearchField,
  ServiceField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';

const groupingLabels = { in: 'in a pattern', none: 'in none', new_failure: 'assigned on arrival' };
const orders = [
  { value: 'desc', label: 'newest first' },
  { value: 'asc', label: 'oldest first' },
];
const moreFilters = ['service', 'repository', 'environment', 'connectionId', 'since', 'until', 'patternId'] as const;

export function FailureFilterBar({ filter }: { readonly filter: FailuresSearchParameters }) {
  const navigate = useNavigate({ from: '/failures' });
  const show = useUpdateSearchParameters<FailuresSearchParameters>();
  const chosen = moreFilters.filter((name) => filter[name] !== undefined).length;
  const [isOpen, { toggle }] = useDisclosure(chosen > 0);
  const { order: _, ...narrowing } = filter;
  return (
    <div>
      <Flex wrap="wrap" gap="sm" align="end">
        <SearchField
          placeholder="Words of a title or text"
          query={filter.query ?? ''}
          search={(query) => show({ query }, filter.query !== undefined)}
        />
        <PropertyFilterSelect
          label="Kind"
          labels={failureKindLabels}
          chosen={filter.kind}
          choose={(kind) => show({ kind })}
        />
        <PropertyFilterSelect
          label="Pattern"
          labels={groupingLabels}
          chosen={filter.grouped}
          choose={(grouped) => show({ grouped })}
        />
        <NativeSelect
          label="Order"
          flex="1 1 140px"
          data={orders}
          value={filter.order ?? 'desc'}
          onChange={(event) => show({ order: event.currentTarget.value })}
        />
        <Button variant="default" onClick={toggle} aria-expanded={isOpen} aria-controls="more-filters">
          More filters{chosen > 0 && ` (${chosen})`}
        </Button>
        {hasAnyFilter(narrowing) && (
          <Button
            variant="subtle"
            onClick={() => void navigate({ search: ({ order }) => ({ order }), resetScroll: false })}
          >
            Show all
          </Button>
        )}
      </Flex>
      <Collapse expanded={isOpen} id="more-filters">
        <MoreFailureFilters filter={filter} show={show} />
      </Collapse>
    </div>
  );
}

interface MoreFailureFiltersProps {
  readonly filter: FailuresSearchParameters;
  show(change: { readonly [name in keyof FailuresSearchParameters]: string | undefined }): void;
}

function MoreFailureFilters({ filter, show }: MoreFailureFiltersProps) {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const accounts = connections.data?.items ?? [];
  return (
    <Flex wrap="wrap" gap="sm" pt="sm">
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
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

/** Shows the pattern from whose page the user came. Other patterns cannot be chosen here. */
function OfPattern({ id, choose }: { readonly id: string; choose(id: string | undefined): void }) {
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', { params: { path: { id } } });
  return (
    <PropertyFilterSelect
      label="In the pattern"
      labels={{ [id]: pattern.data?.name ?? 'one pattern' }}
      chosen={id}
      choose={choose}
    />
  );
}
