import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ButtonLink } from '../../components/links.tsx';
import { count } from '../../labels/format.ts';
import { SkippedRows } from './check-summary.tsx';
import { ImportFindings } from './import-findings.tsx';

interface Props {
  readonly result: Schemas['FileImportResponse'];
  again(): void;
}

/** Follows the processing of imported records, and leads to what was found in them. */
export function ImportResult({ result, again }: Props) {
  const { connection, received, stored } = result;
  const { data } = refrain.useQuery(
    'get',
    '/v1/connections/{id}/progress',
    { params: { path: { id: connection.id } } },
    { refetchInterval: ({ state }) => (state.data?.pending === 0 ? false : 1_500), staleTime: 0 },
  );
  const pending = Math.min(received, data?.pending ?? received);
  const known = received - stored;
  return (
    <Stack gap="sm">
      <Alert variant="outline" color="teal" title={`${count(stored, 'new record')} imported`} role="status">
        <Stack gap="sm">
          {known > 0 && <Text size="sm">{count(known, 'record was', 'records were')} imported before.</Text>}
          {pending > 0 ? (
            <>
              <Text size="sm">
                Processing: {received - pending} of {count(received, 'record')}.
              </Text>
              <Progress value={(100 * (received - pending)) / received} aria-label="Processed records" size="sm" />
            </>
          ) : (
            <ImportFindings connectionId={connection.id} />
          )}
          <Group gap="xs">
            <ButtonLink size="xs" variant="default" to="/failures" search={{ connectionId: connection.id }}>
              View imported failures
            </ButtonLink>
            <Button size="xs" variant="default" onClick={again}>
              Import another file
            </Button>
          </Group>
        </Stack>
      </Alert>
      <SkippedRows {...result} />
    </Stack>
  );
}
