import { Flex } from '@mantine/core';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { FacetSelect } from '../list/facet-select.tsx';
import { RepositoryField, ServiceField } from '../list/scope-fields.tsx';
import { useUpdateSearch } from '../list/use-update-search.ts';
import type { CatalogueSearch } from './catalogue-search.ts';

export function CatalogueFilterBar({ filter }: { readonly filter: CatalogueSearch }) {
  const show = useUpdateSearch<CatalogueSearch>();
  return (
    <Flex wrap="wrap" gap="sm">
      <FacetSelect
        label="Decision"
        labels={entryStatusLabels}
        values={listLabelKeys(entryStatusLabels).map((value) => ({ value }))}
        chosen={filter.status}
        choose={(status) => show({ status })}
      />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
      <RepositoryField name={filter.repository} choose={(repository) => show({ repository })} />
    </Flex>
  );
}
