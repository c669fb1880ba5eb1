import { Flex } from '@mantine/core';
import { FacetSelect } from '../list/facet-select.tsx';
import { NameField } from '../list/name-field.tsx';
import { usePlaces } from '../list/use-places.ts';
import { useShow } from '../list/use-show.ts';
import { namesOf } from '../words/design-words.ts';
import { periodWords, scopeWords } from './digest-words.ts';
import type { DigestsSearch } from './digests-search.ts';

export function DigestFilterBar({ filter }: { readonly filter: DigestsSearch }) {
  const { services } = usePlaces();
  const show = useShow<DigestsSearch>();
  return (
    <Flex wrap="wrap" gap="sm">
      <FacetSelect
        label="Period"
        words={periodWords}
        values={namesOf(periodWords).map((value) => ({ value }))}
        chosen={filter.period}
        choose={(period) => show({ period })}
      />
      <FacetSelect
        label="Of"
        words={scopeWords}
        values={namesOf(scopeWords).map((value) => ({ value }))}
        chosen={filter.scope}
        // All services have no name: one that was given would leave nothing.
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
