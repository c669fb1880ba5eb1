import { Button, Group, List, Modal, Paper, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { ProblemNotice } from '../../components/states.tsx';
import { count } from '../../labels/format.ts';
import type { PolicyChange } from './policy-fields.ts';

interface Props {
  readonly changes: readonly PolicyChange[];
  readonly warnings: readonly string[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly problems: number;
  discard(): void;
  save(): void;
}

export function UnsavedChangesBar({ changes, warnings, isPending, error, problems, discard, save }: Props) {
  if (changes.length === 0) return null;
  return (
    <Paper
      withBorder
      shadow="md"
      p="md"
      pos="sticky"
      bottom={12}
      component="section"
      aria-label="What changes"
      style={{ zIndex: 2 }}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Text fw={600} role="status">
            {count(changes.length, 'change')}, not saved yet
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={discard}>
              Discard
            </Button>
            <Button onClick={save} loading={isPending}>
              Save
            </Button>
          </Group>
        </Group>
        <List size="sm" mah={160} style={{ overflowY: 'auto' }} tabIndex={0} aria-label="Changes">
          {changes.map(({ name, label, before, after }) => (
            <List.Item key={name}>
              {label}: {before} → <b>{after}</b>
            </List.Item>
          ))}
        </List>
        {warnings.map((warning) => (
          <Text key={warning} size="sm">
            {warning}
          </Text>
        ))}
        {problems > 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {count(problems, 'field needs', 'fields need')} correction: see their messages.
          </Text>
        )}
        {error != null && problems === 0 && <ProblemNotice error={error} />}
      </Stack>
    </Paper>
  );
}

export function UnsavedChangesGuard({ isUnsaved }: { readonly isUnsaved: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title="Leave without saving?">
      <Stack>
        <Text size="sm">You have unsaved changes.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.proceed}>
            Leave without saving
          </Button>
          <Button onClick={blocker.reset} data-autofocus>
            Stay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
