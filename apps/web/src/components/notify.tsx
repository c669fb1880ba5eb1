import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { describeProblem } from '../api/api-problem.ts';

export function notify({ message, undo }: { readonly message: string; readonly undo?: () => Promise<unknown> }): void {
  const id = notifications.show({
    withBorder: true,
    autoClose: undo === undefined ? 5_000 : 12_000,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              undo().then(() => notify({ message: 'Undone.' }), notifyProblem);
            }}
          >
            Undo
          </Button>
        )}
      </Group>
    ),
  });
}

/** Shows an error as a notification, for errors that have no place on the current page. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    withBorder: true,
    color: 'red',
    role: 'alert',
    autoClose: 12_000,
    message: describeProblem(error),
  });
}
