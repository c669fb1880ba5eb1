import { Alert, Button, Code, FileInput, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { api, invalidateQueries, type Schemas } from '../../api/refrain.ts';
import { TextLink } from '../../components/links.tsx';
import { ProblemNotice, Warning } from '../../components/states.tsx';
import { count } from '../../labels/format.ts';
import { type ParsedJsonLines, parseJsonLines } from './parse-json-lines.ts';

interface Props {
  /** Name of the archive; '' while the user has not named it. */
  readonly archive: string;
  propose?(name: string): void;
  readonly children?: ReactNode;
}

/** Imports all records of a JSON Lines file into an archive, or none if one is invalid. */
export function UploadFileForm({ archive, propose, children }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<ParsedJsonLines | null>(null);
  const [readError, setReadError] = useState<Error | null>(null);
  const upload = useMutation({
    async mutationFn(lines: ParsedJsonLines['lines']) {
      const { data } = await api.POST('/v1/archives/{name}/import', {
        params: { path: { name: archive } },
        body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
        bodySerializer: (body) => body,
        headers: { 'content-type': 'application/x-ndjson' },
      });
      return requireData(data);
    },
    onSuccess: () => void invalidateQueries('/v1/connections', '/v1/status', '/v1/failures', '/v1/patterns'),
  });
  const error = readError ?? upload.error;

  async function pick(picked: File | null) {
    setFile(picked);
    setFound(null);
    setReadError(null);
    upload.reset();
    if (picked === null) return;
    propose?.(picked.name);
    try {
      setFound(parseJsonLines(await picked.text()));
    } catch (cause) {
      setReadError(new Error(`${picked.name} cannot be read: pick it again.`, { cause }));
    }
  }

  const lines = found?.lines ?? [];
  return (
    <Stack gap="sm">
      <FileInput
        label="JSON Lines file"
        description="One JSON object a line."
        placeholder="Pick a file"
        accept=".jsonl,.ndjson,.json,application/x-ndjson"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file away' }}
        value={file}
        onChange={pick}
      />
      <FileFormatExample />
      {children}
      {found !== null && upload.data === undefined && <FilePreview found={found} />}
      {error !== null && <ProblemNotice error={error} />}
      {upload.data ? (
        <UploadResult response={upload.data} />
      ) : (
        <Button
          disabled={lines.length === 0 || archive === ''}
          loading={upload.isPending}
          onClick={() => upload.mutate(lines)}
          style={{ alignSelf: 'flex-start' }}
        >
          {lines.length === 0 ? 'Import' : `Import ${count(lines.length, 'record')}`}
        </Button>
      )}
    </Stack>
  );
}

const maxListed = 10;

function FilePreview({ found: { lines, broken } }: { readonly found: ParsedJsonLines }) {
  return (
    <Stack gap="sm" role="status">
      <Text size="sm">{count(lines.length, 'record')} can be imported.</Text>
      {broken.length > 0 && (
        <Warning title={`${count(broken.length, 'line')} cannot be read and would be left out`}>
          <List size="sm">
            {broken.slice(0, maxListed).map(({ line, reason }) => (
              <List.Item key={line}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
          {broken.length > maxListed && <Text size="sm">and {broken.length - maxListed} more</Text>}
        </Warning>
      )}
    </Stack>
  );
}

function UploadResult({ response }: { readonly response: Schemas['ImportResponse'] }) {
  const { received, stored, connection } = response;
  return (
    <Alert variant="outline" color="teal" title={`${count(stored, 'new record')} imported`} role="status">
      <Text size="sm">
        {received > stored &&
          `${count(received - stored, 'record of the file was', 'records of the file were')} known already. `}
        The records are being processed: see{' '}
        <TextLink to="/failures" search={{ connectionId: connection.id }}>
          its failures
        </TextLink>{' '}
        or <TextLink to="/patterns">what keeps coming back</TextLink>.
      </Text>
    </Alert>
  );
}

const example = `{"id": "INC-7", "title": "Checkout is down", "text": "Payments failed after …",
 "created": "2025-03-01T10:00Z", "resolved": "2025-03-01T11:20Z",
 "services": ["checkout"], "repository": "acme/shop", "severity": "sev1",
 "url": "https://…", "kind": "incident"}`;

function FileFormatExample() {
  return (
    <Text component="details" size="sm">
      <summary>What a line looks like</summary>
      <Code block my="xs" style={{ whiteSpace: 'pre-wrap' }}>
        {example}
      </Code>
      All in one line. <b>created</b>, and a <b>title</b> or a <b>text</b>, are needed. A time without a zone is UTC.{' '}
      <b>kind</b> may also be failed_deployment or reverted_change. Names of people are taken out where they can be
      told.
    </Text>
  );
}
