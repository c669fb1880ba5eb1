import { Button, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { count } from '../../labels/format.ts';
import { describeCheck } from './describe-check.ts';

const maxListed = 10;

interface Props {
  readonly check: Schemas['FileCheckResponse'];
  /** Chooses another archive; null if the archive is fixed. */
  readonly chooseArchive: ((name: string) => void) | null;
}

/** Says what an import would store, and lists the rows that cannot be read. */
export function CheckSummary({ check, chooseArchive }: Props) {
  const { span, sameIdsIn, records } = check;
  return (
    <Stack gap="sm">
      <Text role="status">
        <b>{describeCheck(check)}</b> Nothing has been stored yet.
      </Text>
      {span !== null && (
        <Text size="sm">
          The records run from <Timestamp at={span.from} as="day" /> to <Timestamp at={span.until} as="day" />.
        </Text>
      )}
      {sameIdsIn !== null && (
        <Warning title={`The archive “${sameIdsIn.archive}” has the same IDs`}>
          <Text size="sm">
            It already has {count(sameIdsIn.records, 'record')} with an ID from this file
            {records > 1_000 && ', of the first 1,000'}. If they are the same incidents, import the file into “
            {sameIdsIn.archive}”. Otherwise each incident counts twice.
          </Text>
          {chooseArchive !== null && (
            <Button size="xs" variant="default" mt="xs" onClick={() => chooseArchive(sameIdsIn.archive)}>
              Use the archive “{sameIdsIn.archive}”
            </Button>
          )}
        </Warning>
      )}
      <SkippedRows {...check} />
      {check.notes.length > 0 && (
        <List size="sm" c="dimmed">
          {check.notes.slice(0, maxListed).map((note) => (
            <List.Item key={note}>Note: {note}.</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

export function SkippedRows({ skipped, problems }: Pick<Schemas['FileCheckResponse'], 'skipped' | 'problems'>) {
  if (skipped === 0) return null;
  return (
    <Warning title={`${count(skipped, 'row')} cannot be imported`}>
      <List size="sm">
        {problems.slice(0, maxListed).map(({ line, reason }) => (
          <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
            Line {line}: {reason}
          </List.Item>
        ))}
      </List>
      {problems.length > maxListed && (
        <Text component="details" size="sm" mt={4}>
          <summary>
            {problems.length < skipped ? `The first ${problems.length} of them` : `All ${problems.length}`}
          </summary>
          <List size="sm">
            {problems.slice(maxListed).map(({ line, reason }) => (
              <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
        </Text>
      )}
      <Text size="sm" mt={4}>
        To import these rows too, map other columns, or correct the rows and choose the file again.
      </Text>
    </Warning>
  );
}
