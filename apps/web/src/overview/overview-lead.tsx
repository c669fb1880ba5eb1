import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { describeNextStep } from './describe-next-step.ts';
import { TaskLink } from './task-link.tsx';

interface Props {
  readonly overview: Schemas['Overview'];
  readonly detail: string;
}

/** Says how certain the headline is, and names the next step. */
export function OverviewLead({ overview: { tasks, worst }, detail }: Props) {
  const [task] = tasks;
  const next = task && describeNextStep(task, worst);
  return (
    <>
      <Text span inherit display="block">
        {detail}
      </Text>
      {next && (
        <Text span inherit display="block" c="var(--mantine-color-text)">
          Next:{' '}
          <TaskLink task={task} underline="always">
            {next.step}
          </TaskLink>
          , {next.reason}.
        </Text>
      )}
    </>
  );
}
