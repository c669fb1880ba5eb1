import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { SearchIcon } from '@primer/octicons-react';
import { useEffect, useState } from 'react';
import { useCommands } from './use-commands.ts';

const selectedAction = '[data-action][data-selected]';

/** Searches pages, patterns and services, and the failures that resemble a text. @param requests opens it again on each change */
export function CommandPalette({ requests }: { readonly requests: number }) {
  const [query, setQuery] = useState('');
  const [debounced] = useDebouncedValue(query.trim(), 200);
  const groups = useCommands(query.trim(), debounced);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request opens the palette, even if it was closed meanwhile
  useEffect(() => spotlight.open(), [requests]);
  const [first] = groups.flatMap(({ actions }) => actions);
  return (
    <Spotlight
      actions={groups}
      // The API has already searched.
      filter={(_, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      nothingFound={query === '' ? 'Loading…' : 'Nothing matches.'}
      searchProps={{
        placeholder: 'Search pages, patterns and services, or paste an error message',
        'aria-label': 'Search',
        leftSection: <SearchIcon size={16} aria-hidden />,
        // Enter runs the first result, unless the arrow keys have selected one, which Mantine runs.
        onKeyDown: (event) => {
          if (event.key !== 'Enter' || query.trim() === '' || document.querySelector(selectedAction) !== null) return;
          spotlight.close();
          first?.onClick?.(event as never);
        },
      }}
    />
  );
}
