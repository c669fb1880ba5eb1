import { List, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/states.tsx';
import { capitalise, count } from '../../labels/format.ts';
import { describeProblemRows } from './describe-problem-rows.ts';

const maxListed = 10;

/** Lists the problems of rows that cannot be imported, each with the number of its rows and the first lines. */
export function SkippedRows({ skipped, problems }: Pick<Schemas['FileCheckResponse'], 'skipped' | 'problems'>) {
  if (skipped === 0) return null;
  const more = problems.slice(maxListed);
  return (
    <Warning title={`${count(skipped, 'row')} cannot be imported`}>
      <ProblemList problems={problems.slice(0, maxListed)} />
      {more.length > 0 && (
        <Text component="details" size="sm" mt={4}>
          <summary>{count(more.length, 'more problem')}</summary>
          <ProblemList problems={more} />
        </Text>
      )}
      <Text size="sm" mt={4}>
        To import these rows too, map other columns, or correct the rows and choose the file again.
      </Text>
    </Warning>
  );
}

function ProblemList({ problems }: Pick<Schemas['FileCheckResponse'], 'problems'>) {
  return (
    <List size="sm">
      {problems.map((problem) => (
        <List.Item key={problem.problem} style={{ overflowWrap: 'anywhere' }}>
          {capitalise(problem.problem)}
          <Text size="xs" c="dimmed">
            {describeProblemRows(problem)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
