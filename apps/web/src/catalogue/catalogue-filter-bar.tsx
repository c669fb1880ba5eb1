import { Flex } from '@mantine/core';
import { FacetSelect } from '../list/facet-select.tsx';
import { RepositoryField, ServiceField } from '../list/place-fields.tsx';
import { useShow } from '../list/use-show.ts';
import { entryStatusWords } from '../words/catalogue-words.ts';
import { namesOf } from '../words/design-words.ts';
import type { CatalogueSearch } from './catalogue-search.ts';

export function CatalogueFilterBar({ filter }: { readonly filter: CatalogueSearch }) {
  const show = useShow<CatalogueSearch>();
  return (
    <Flex wrap="wrap" gap="sm">
      <FacetSelect
        label="Decision"
        words={entryStatusWords}
        values={namesOf(entryStatusWords).map((value) => ({ value }))}
        chosen={filter.status}
        choose={(status) => show({ status })}
      />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
      <RepositoryField name={filter.repository} choose={(repository) => show({ repository })} />
    </Flex>
  );
}
