import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ButtonLink } from '../../components/links.tsx';
import { count } from '../../labels/format.ts';
import { describeResult, type RecordNoun } from './describe-check.ts';
import { ImportFindings } from './import-findings.tsx';
import { type RejectedRowsDownload, SkippedRows } from './skipped-rows.tsx';

interface Props {
  readonly result: Schemas['FileImportResponse'];
  readonly noun: RecordNoun;
  readonly download: RejectedRowsDownload | null;
  again(): void;
}

/** Follows the processing of imported records, and leads to what was found in them. */
export function ImportResult({ result, noun, download, again }: Props) {
  const { connection, stored, changed } = result;
  const received = result.received - result.existing.records;
  const { data } = refrain.useQuery(
    'get',
    '/v1/connections/{id}/progress',
    { params: { path: { id: connection.id } } },
    { refetchInterval: ({ state }) => (state.data?.pending === 0 ? false : 1_500), staleTime: 0 },
  );
  const pending = Math.min(received, data?.pending ?? received);
  return (
    <Stack gap="sm">
      <Alert variant="outline" color="teal" title={`${count(stored - changed, 'new record')} imported`} role="status">
        <Stack gap="sm">
          <Text size="sm">{describeResult(result, noun)}</Text>
          {pending > 0 ? (
            <>
              <Text size="sm">
                Processing: {received - pending} of {count(received, 'record')}.
              </Text>
              <Progress value={(100 * (received - pending)) / received} aria-label="Processed records" size="sm" />
            </>
          ) : (
            <ImportFindings connectionId={connection.id} imported={stored - changed} />
          )}
          <Group gap="xs">
            <ButtonLink
              size="xs"
              variant="default"
              to="/failures"
              search={{ connectionId: connection.id, days: 'all' }}
            >
              View imported failures
            </ButtonLink>
            <Button size="xs" variant="default" onClick={again}>
              Import another file
            </Button>
          </Group>
        </Stack>
      </Alert>
      <SkippedRows {...result} download={download} />
    </Stack>
  );
}
