import { Group, Stack, Text } from '@mantine/core';
import { CheckCircleFillIcon, CircleIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { stepTexts } from './steps.tsx';

type Step = Schemas['OnboardingResponse']['steps'][number];

/** Shows the next step with what to do, and all others in one line. With `showsAll`, shows what to do for each open step. */
export function StepList({
  steps,
  showsAll = false,
}: {
  readonly steps: readonly Step[];
  readonly showsAll?: boolean;
}) {
  const open = steps.filter(({ isDone }) => !isDone);
  const detailed = showsAll ? open : open.slice(0, 1);
  const brief = steps.filter((step) => !detailed.includes(step));
  return (
    <Stack gap="xs">
      {brief.length > 0 && (
        <Group component="ul" aria-label="Other steps" gap="md" m={0} p={0} style={{ listStyle: 'none', rowGap: 4 }}>
          {brief.map((step) => (
            <BriefStep key={step.id} step={step} />
          ))}
        </Group>
      )}
      <Stack component="ol" aria-label="Next steps" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
        {detailed.map(({ id }, at) => (
          <OpenStep key={id} id={id} isNext={at === 0} />
        ))}
      </Stack>
    </Stack>
  );
}

function BriefStep({ step: { id, isDone } }: { readonly step: Step }) {
  return (
    <Group component="li" gap={6} wrap="nowrap">
      <Text span lh={1} c={isDone ? 'teal' : 'dimmed'}>
        {isDone ? <CheckCircleFillIcon size={16} aria-label="Done:" /> : <CircleIcon size={16} aria-label="Open:" />}
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
