import { Button, Group, Kbd, Text } from '@mantine/core';
import { notifications, notificationsStore } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { describeProblem } from '../api/api-problem.ts';

interface Message {
  /** A sentence that names what was changed. Names may be links. */
  readonly message: ReactNode;
  readonly undo?: () => Promise<unknown>;
  /** A sentence that says what the undo did. */
  readonly undone?: ReactNode;
  /** The id of the message, by which `hideMessage` closes it. */
  readonly id?: string;
  /** Whether the message stays until it is replaced or closed. */
  readonly stays?: boolean;
}

/**
 * Shows what happened; with a button that undoes it if `undo` is given. The key `u` presses the button. The newest message replaces
 * the earlier one, so that there is one Undo at a time.
 * @returns the id of the message
 */
export function notify({
  message,
  undo,
  undone = 'The change was undone.',
  id: ownId,
  stays = false,
}: Message): string {
  notifications.clean();
  const id = notifications.show({
    ...(ownId !== undefined && { id: ownId }),
    withBorder: true,
    autoClose: !stays && (undo === undefined ? 5_000 : 30_000),
    role: 'status',
    message:
      undo === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            aria-keyshortcuts="u"
            rightSection={
              <Kbd size="xs" aria-hidden>
                u
              </Kbd>
            }
            // The focus stays in the list, because the button is about to disappear.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              notifications.hide(id);
              undo().then(() => notify({ message: undone }), notifyProblem);
            }}
          >
            Undo
          </Button>
        </Group>
      ),
  });
  return id;
}

/** Returns whether a message is still shown: it was neither closed nor replaced by a newer message. */
export function isShown(id: string): boolean {
  return notificationsStore.getState().notifications.some((one) => one.id === id);
}

export function hideMessage(id: string): void {
  notifications.hide(id);
}

/** Shows an error as a notification, for errors that have no place on the current page. */
export function notifyProblem(error: unknown): void {
  notifications.clean();
  notifications.show({
    withBorder: true,
    color: 'red',
    role: 'alert',
    autoClose: 12_000,
    message: describeProblem(error),
  });
}
