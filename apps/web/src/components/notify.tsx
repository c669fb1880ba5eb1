import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { describeProblem } from '../api/api-problem.ts';

interface Notice {
  readonly message: string;
  /** Takes back what was done. */
  readonly undo?: () => Promise<unknown>;
}

/** Says what was done, and offers to take it back. */
export function notify({ message, undo }: Notice): void {
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
              undo().then(() => notify({ message: 'Taken back.' }), notifyProblem);
            }}
          >
            Undo
          </Button>
        )}
      </Group>
    ),
  });
}

/** Says what did not work, where there is no better place for it. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    withBorder: true,
    color: 'red',
    role: 'alert',
    autoClose: 12_000,
    message: describeProblem(error),
  });
}
