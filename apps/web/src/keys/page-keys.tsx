import { Button, Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageKeys } from './use-page-keys.ts';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

/** Binds the keys of the page, and shows the button that lists them. */
export function PageKeys() {
  const [isOpen, { open, close }] = useDisclosure(false);
  usePageKeys(open);
  useKeptFocus();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        mt="lg"
        fullWidth
        c="dimmed"
        justify="space-between"
        rightSection={<Kbd size="xs">?</Kbd>}
        visibleFrom="sm"
        onClick={open}
      >
        Keyboard shortcuts
      </Button>
      <Suspense>{isOpen && <KeysDialog close={close} />}</Suspense>
    </>
  );
}
