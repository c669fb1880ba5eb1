import { Flex } from '@mantine/core';
import { FacetSelect } from '../list/facet-select.tsx';
import { useShow } from '../list/use-show.ts';
import { entryStatusWords } from '../words/catalogue-words.ts';
import { namesOf } from '../words/design-words.ts';
import type { CatalogueSearch } from './catalogue-search.ts';
import { useKnownNames } from './use-known-names.ts';

export function CatalogueFilterBar({ filter }: { readonly filter: CatalogueSearch }) {
  const { services, repositories } = useKnownNames();
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
      <FacetSelect
        label="Service"
        values={services.map((value) => ({ value }))}
        chosen={filter.service}
        choose={(service) => show({ service })}
      />
      <FacetSelect
        label="Repository"
        values={repositories.map((value) => ({ value }))}
        chosen={filter.repository}
        choose={(repository) => show({ repository })}
      />
    </Flex>
  );
}
