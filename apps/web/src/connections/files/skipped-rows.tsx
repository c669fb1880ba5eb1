import { Button, List, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/states.tsx';
import { capitalise, count } from '../../labels/format.ts';
import { describeCorrection } from './describe-correction.ts';
import { describeProblemRows } from './describe-problem-rows.ts';

export interface RejectedRowsDownload {
  readonly isPending: boolean;
  mutate(): void;
}

const maxListed = 10;

interface Props extends Pick<Schemas['FileCheckResponse'], 'skipped' | 'problems'> {
  /** Saves the rows as a file with the reasons; null if the files have no rows. */
  readonly download: RejectedRowsDownload | null;
}

/** Lists the problems of rows that cannot be imported, each with the number of its rows and the first lines. */
export function SkippedRows({ skipped, problems, download }: Props) {
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
        {download === null
          ? 'To import them too, correct the files and choose them again.'
          : describeCorrection(problems)}
      </Text>
      {download !== null && (
        <Button size="xs" variant="default" mt="xs" loading={download.isPending} onClick={() => download.mutate()}>
          Download rejected rows (CSV)
        </Button>
      )}
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
