import { Badge, Group, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describePatternState } from '../labels/describe-pattern-state.ts';
import { count, formatHours } from '../labels/format.ts';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { type OverviewRange, toShownRange } from './overview-range.ts';
import { Panel } from './panels.tsx';
import { TaskLink } from './task-link.tsx';
import classes from './task-list.module.css';

type Task = Schemas['OverviewTask'];
type Changes = Schemas['Overview']['patternChanges'];

const actions: Readonly<Record<Task['kind'], string>> = {
  recurred: 'Decide on another fix',
  approve: 'Approve or decline the proposal',
  returned: 'Find out why it returned',
  rising: 'Find out why it is rising',
  review: 'Confirm or dismiss the pattern',
};

interface Props {
  readonly tasks: readonly Task[];
  readonly changes: Changes;
  readonly range: OverviewRange;
}

/** Shows the decisions about the costliest patterns. The name leads to the report, the action to the decision. */
export function TaskList({ tasks, changes, range }: Props) {
  return (
    <Panel title="Do next">
      {tasks.length === 0 ? (
        <Text size="sm">No pattern in this period is waiting for a decision.</Text>
      ) : (
        <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {tasks.map((task) => (
            <TaskItem key={task.patternId} task={task} />
          ))}
        </Stack>
      )}
      {tasks.length > 1 && (
        <Text size="xs" c="dimmed" mt={4}>
          The costliest tasks of each kind, in the order of their impact: the hours of the incidents, at most 24 per
          episode.
        </Text>
      )}
      <PatternChangeLinks changes={changes} range={range} />
    </Panel>
  );
}

function TaskItem({ task }: { readonly task: Task }) {
  const { kind, episodes, impactHours, lastAt } = task;
  const { label, color } = describePatternState(task);
  return (
    <li className={classes.row}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" fw={500} lineClamp={2}>
          <PageLink to="/patterns/$patternId" params={{ patternId: task.patternId }} inherit>
            {task.name}
          </PageLink>
        </Text>
        <Badge color={color} variant="light" tt="none" fw={500} c="var(--mantine-color-text)" flex="none">
          {label}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        <TaskLink task={task}>{actions[kind]}</TaskLink> · {count(episodes, 'episode')}
        {impactHours !== null && `, ${formatHours(impactHours)} of impact`} in this period · last seen{' '}
        <Timestamp at={lastAt} as="day" />
      </Text>
    </li>
  );
}

const lists: readonly (readonly [keyof Changes, string, PatternSearchParameters])[] = [
  ['fresh', 'new', { recurrence: 'new' }],
  ['rising', 'rising', { direction: 'rising' }],
  ['returned', 'returned', { recurrence: 'returned' }],
];

function PatternChangeLinks({ changes, range }: Pick<Props, 'changes' | 'range'>) {
  const shown = lists.filter(([kind]) => changes[kind].total > 0);
  if (shown.length === 0) return null;
  return (
    <Text size="sm" mt="xs">
      {shown.map(([kind, label, search], at) => (
        <Fragment key={kind}>
          {at > 0 && ' · '}
          <PageLink to="/patterns" search={{ ...search, ...toShownRange(range) }} inherit>
            {changes[kind].total} {label} {changes[kind].total === 1 ? 'pattern' : 'patterns'}
          </PageLink>
        </Fragment>
      ))}
    </Text>
  );
}
