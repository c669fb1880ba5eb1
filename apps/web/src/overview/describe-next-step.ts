import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type Task = Schemas['OverviewTask'];

const steps: Readonly<Record<Task['kind'], (name: string) => string>> = {
  recurred: (name) => `decide on another fix for “${name}”`,
  approve: (name) => `decide on the fix for “${name}”`,
  returned: (name) => `find out why “${name}” returned`,
  rising: (name) => `find out why “${name}” occurs more often`,
  review: (name) => `confirm or dismiss “${name}”`,
};

interface NextStep {
  /** For example `decide on the fix for “Pool runs dry”` */
  readonly step: string;
  /** States what the pattern cost, for example `the costliest pattern: 14 h` */
  readonly reason: string;
}

/** Describes the most urgent task and what its pattern cost in the period. */
export function describeNextStep(task: Task, worst: Schemas['Overview']['worst']): NextStep {
  const { kind, name, patternId, episodes, impactHours } = task;
  const isCostliest = impactHours !== null && worst?.byImpact[0]?.id === patternId;
  const cost = impactHours === null ? count(episodes, 'episode') : formatHours(impactHours);
  return {
    step: steps[kind](name),
    reason: isCostliest
      ? `the costliest pattern: ${cost}`
      : `${impactHours === null ? cost : `${cost} of impact`} in this period`,
  };
}
