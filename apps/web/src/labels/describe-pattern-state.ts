import type { MantineColor } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { capitalise } from './format.ts';
import { improvementStatusLabels } from './improvement-status.ts';

interface Judged {
  readonly judgement: 'confirmed' | 'dismissed' | null;
  readonly improvement: Pick<Schemas['Improvement'], 'state'> | null;
}

const colors: Partial<Record<Schemas['ImprovementState'], MantineColor>> = {
  proposed: 'blue',
  recurred: 'red',
  fixed: 'teal',
  verified: 'teal',
};

/** Describes how far people are with a pattern: the status of its improvement, or without one what a person judged. */
export function describePatternState({ judgement, improvement }: Judged): { label: string; color: MantineColor } {
  if (improvement !== null)
    return {
      label: capitalise(improvementStatusLabels[improvement.state]),
      color: colors[improvement.state] ?? 'gray',
    };
  return { label: judgement === null ? 'Not reviewed' : capitalise(judgement), color: 'gray' };
}
