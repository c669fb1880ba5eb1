import { Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { listShortcuts } from './find-shortcut.ts';
import { listItems } from './list-items.ts';
import { useKeysEnabled } from './use-page-keys.ts';

const globalKeys = [
  { keys: ['Ctrl', 'K'], label: 'Search pages, patterns and services' },
  { keys: ['?'], label: 'Show the keyboard shortcuts' },
] as const;

/** Lists the keys of the page, which it reads from the page, and lets the user switch single keys off. */
export function KeysDialog({ close }: { close(): void }) {
  const [isOn, setIsOn] = useKeysEnabled();
  const [{ lists, shortcuts }] = useState(() => ({ lists: listItems(), shortcuts: listShortcuts() }));
  return (
    <Modal opened onClose={close} title="Keyboard shortcuts" size="sm">
      <Stack gap="lg">
        {(lists.length > 0 || shortcuts.length > 0) && (
          <Stack gap="xs">
            <Title order={3}>On this page</Title>
            {lists.length > 0 && <Key keys={['j', 'k']} label="Next and previous item, also ↓ and ↑" />}
            {lists.length > 1 && <Key keys={['h', 'l']} label="Previous and next column, also ← and →" />}
            {lists.length > 0 && <Key keys={['Enter']} label="Open the item" />}
            {shortcuts.map(({ key, label }) => (
              <Key key={key} keys={[key]} label={label} />
            ))}
          </Stack>
        )}
        <Stack gap="xs">
          <Title order={3}>Everywhere</Title>
          {globalKeys.map(({ keys, label }) => (
            <Key key={label} keys={keys} label={label} />
          ))}
        </Stack>
        <Switch
          label="Use single-key shortcuts"
          checked={isOn}
          onChange={(event) => setIsOn(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  );
}

function Key({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{label}</Text>
      <Group gap={4} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
