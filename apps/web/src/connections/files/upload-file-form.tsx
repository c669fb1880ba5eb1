import { Button, FileInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { invalidateQueries } from '../../api/query-client.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { count } from '../../labels/count.ts';
import { FileFormatExample } from './file-format-example.tsx';
import { FilePreview } from './file-preview.tsx';
import { type ParsedFile, parseJsonLines } from './parse-json-lines.ts';
import { type ImportCounts, UploadResult } from './upload-result.tsx';

interface Props {
  readonly isReady?: boolean;
  propose?(name: string): void;
  send(body: string): Promise<ImportCounts>;
  readonly children?: ReactNode;
}

export function UploadFileForm({ isReady = true, propose, send, children }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<ParsedFile | null>(null);
  const [counts, setCounts] = useState<ImportCounts | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  async function pick(picked: File | null) {
    setFile(picked);
    setFound(null);
    setCounts(null);
    setError(null);
    if (picked === null) return;
    propose?.(picked.name);
    try {
      setFound(parseJsonLines(await picked.text()));
    } catch (cause) {
      setError(new Error(`${picked.name} cannot be read: pick it again.`, { cause }));
    }
  }

  async function upload(lines: ParsedFile['lines']) {
    setBusy(true);
    setError(null);
    try {
      setCounts(await send(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
      await invalidateQueries('/v1/connections', '/v1/status', '/v1/failures', '/v1/patterns');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
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
      {found !== null && counts === null && <FilePreview found={found} />}
      {error !== null && <ProblemNotice error={error} />}
      {counts !== null && <UploadResult counts={counts} />}
      {counts === null && (
        <Button
          disabled={lines.length === 0 || !isReady}
          loading={isBusy}
          onClick={() => upload(lines)}
          style={{ alignSelf: 'flex-start' }}
        >
          {lines.length === 0 ? 'Import' : `Import ${count(lines.length, 'record')}`}
        </Button>
      )}
    </Stack>
  );
}
