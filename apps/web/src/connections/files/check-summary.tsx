import { Button, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { count } from '../../labels/format.ts';
import type { Column } from './column-choice.ts';
import { describeCheck, type RecordNoun } from './describe-check.ts';
import { describeOmittedColumns } from './describe-columns.ts';
import { type RejectedRowsDownload, SkippedRows } from './skipped-rows.tsx';

const maxNotes = 10;

interface Props {
  readonly check: Schemas['FileCheckResponse'];
  readonly noun: RecordNoun;
  /** The columns of the file with their chosen fields; empty for Markdown. */
  readonly columns: readonly Column[];
  readonly download: RejectedRowsDownload | null;
  /** Chooses another source; null if the source is fixed. */
  readonly chooseSource: ((name: string) => void) | null;
}

/** Says what an import would store, and lists the rows that cannot be read. */
export function CheckSummary({ check, noun, columns, download, chooseSource }: Props) {
  const { span, sameIdsIn, records } = check;
  return (
    <Stack gap="sm">
      <Text role="status">
        <b>{describeCheck(check, noun)}</b> Nothing has been stored yet.
      </Text>
      {span !== null && (
        <Text size="sm">
          The records run from <Timestamp at={span.from} as="day" /> to <Timestamp at={span.until} as="day" />.
        </Text>
      )}
      {columns.length > 0 && <Text size="sm">{describeOmittedColumns(columns)}</Text>}
      {sameIdsIn !== null && (
        <Warning title={`The source “${sameIdsIn.archive}” has the same IDs`}>
          <Text size="sm">
            It already has {count(sameIdsIn.records, 'record')} with an ID from this file
            {records > 1_000 && ', of the first 1,000'}. If they are the same incidents, import the file into “
            {sameIdsIn.archive}” to update them. Otherwise each incident with another title or start counts twice.
          </Text>
          {chooseSource !== null && (
            <Button size="xs" variant="default" mt="xs" onClick={() => chooseSource(sameIdsIn.archive)}>
              Use the source “{sameIdsIn.archive}”
            </Button>
          )}
        </Warning>
      )}
      <SkippedRows {...check} download={download} />
      {check.notes.length > 0 && (
        <List size="sm" c="dimmed">
          {check.notes.slice(0, maxNotes).map((note) => (
            <List.Item key={note}>Note: {note}.</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
