import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';

/** Asks for a name, and saves the shown selection under it. */
export function SaveViewButton({ save }: { save(name: string): void }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [name, setName] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    save(name.trim());
    close();
  }
  return (
    <Popover opened={isOpen} onDismiss={close} trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-md" h={34} variant="subtle" onClick={toggle}>
          Save view
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Group gap="xs" align="end">
            <TextInput
              label="Name of the view"
              data-autofocus
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
