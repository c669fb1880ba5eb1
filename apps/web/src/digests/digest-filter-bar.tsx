import { Flex } from '@mantine/core';
import { listLabelKeys } from '../labels/labels.ts';
import { FacetSelect } from '../list/facet-select.tsx';
import { NameField } from '../list/name-field.tsx';
import { useScopeNames } from '../list/use-scope-names.ts';
import { useUpdateSearch } from '../list/use-update-search.ts';
import { digestPeriodLabels, digestScopeLabels } from './digest-labels.ts';
import type { DigestsSearch } from './digests-search.ts';

export function DigestFilterBar({ filter }: { readonly filter: DigestsSearch }) {
  const { services } = useScopeNames();
  const show = useUpdateSearch<DigestsSearch>();
  return (
    <Flex wrap="wrap" gap="sm">
      <FacetSelect
        label="Period"
        labels={digestPeriodLabels}
        values={listLabelKeys(digestPeriodLabels).map((value) => ({ value }))}
        chosen={filter.period}
        choose={(period) => show({ period })}
      />
      <FacetSelect
        label="Of"
        labels={digestScopeLabels}
        values={listLabelKeys(digestScopeLabels).map((value) => ({ value }))}
        chosen={filter.scope}
        // The scope of all services has no name, so a filter by name would match nothing.
        choose={(scope) => show({ scope, ...(scope === 'organisation' && { name: undefined }) })}
      />
      {filter.scope !== 'organisation' && (
        <NameField
          label={filter.scope === 'team' ? 'Team' : 'Service or team'}
          names={filter.scope === 'team' ? [] : services}
          name={filter.name}
          choose={(name) => show({ name })}
        />
      )}
    </Flex>
  );
}
