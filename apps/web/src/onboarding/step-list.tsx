import { Group, Stack, Text } from '@mantine/core';
import { CheckCircleFillIcon, CircleIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { stepTexts } from './steps.tsx';

type Step = Schemas['OnboardingResponse']['steps'][number];

/** Shows the open steps with what to do, and the finished ones in one line. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const done = steps.filter(({ isDone }) => isDone);
  const open = steps.filter(({ isDone }) => !isDone);
  return (
    <Stack gap="xs">
      {done.length > 0 && (
        <Group component="ul" aria-label="Finished steps" gap="md" m={0} p={0} style={{ listStyle: 'none', rowGap: 4 }}>
          {done.map(({ id }) => (
            <FinishedStep key={id} id={id} />
          ))}
        </Group>
      )}
      <Stack component="ol" aria-label="Open steps" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
        {open.map(({ id }, at) => (
          <OpenStep key={id} id={id} isNext={at === 0} />
        ))}
      </Stack>
    </Stack>
  );
}

function FinishedStep({ id }: Pick<Step, 'id'>) {
  return (
    <Group component="li" gap={6} wrap="nowrap">
      <Text span lh={1} c="teal">
        <CheckCircleFillIcon size={16} aria-hidden />
      </Text>
      <Text size="sm" c="dimmed">
        {stepTexts[id].title}
      </Text>
    </Group>
  );
}

function OpenStep({ id, isNext }: Pick<Step, 'id'> & { readonly isNext: boolean }) {
  const { title, why, needs, button } = stepTexts[id];
  return (
    <Group
      component="li"
      gap="sm"
      py={8}
      wrap="nowrap"
      align="flex-start"
      style={isNext ? undefined : { borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Text span lh={1} pt={3} c="dimmed">
        <CircleIcon size={18} aria-hidden />
      </Text>
      <Group flex={1} justify="space-between" gap="xs">
        <div style={{ flex: '1 1 240px' }}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        </div>
        <VisibleForRole
          needs={needs}
          otherwise={
            <Text size="sm" c="dimmed">
              Ask {needs === 'admin' ? 'an admin' : 'a triager'}
            </Text>
          }
        >
          {button(isNext ? 'filled' : 'default')}
        </VisibleForRole>
      </Group>
    </Group>
  );
}
