import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { SearchIcon } from '@primer/octicons-react';
import { lazy, Suspense, useState } from 'react';

/** Loaded when it is first opened, so that pages load faster. */
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));

/** The button and the key that open the command palette. */
export function SearchButton() {
  const [requests, setRequests] = useState(0);
  const open = () => setRequests((before) => before + 1);
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        visibleFrom="sm"
        c="dimmed"
        fw={400}
        miw={220}
        justify="space-between"
        leftSection={<SearchIcon size={14} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            {/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}
          </Kbd>
        }
        onClick={open}
      >
        Search
      </Button>
      <ActionIcon variant="default" size={30} hiddenFrom="sm" aria-label="Search" onClick={open}>
        <SearchIcon size={16} aria-hidden />
      </ActionIcon>
      <Suspense>{requests > 0 && <CommandPalette requests={requests} />}</Suspense>
    </>
  );
}
