import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { SectionCard } from '../../components/section.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { CheckSummary } from './check-summary.tsx';
import { chooseField, type ImportChoice, initialChoice } from './column-choice.ts';
import { ColumnMapper } from './column-mapper.tsx';
import { describeImport, hasChanges } from './describe-check.ts';
import { ImportOptions } from './import-options.tsx';
import { ImportResult } from './import-result.tsx';
import type { PickedFile } from './pick-files.ts';
import { RecordPreview } from './record-preview.tsx';
import { recallChoice, rememberChoice } from './remembered-choice.ts';
import { useFileCheck, useFileImport, useRejectedRows } from './use-file-import.ts';

interface Props {
  readonly file: PickedFile;
  readonly archive: string | undefined;
  discard(): void;
}

/** Shows how a file would be imported, lets the user correct that, and imports the file. */
export function ImportSteps({ file, archive, discard }: Props) {
  const [chosen, setChoice] = useState<ImportChoice | null>(null);
  const [name, setName] = useState(archive ?? file.archive);
  const [settledName] = useDebouncedValue(name.trim() || file.archive, 400);
  const guessed = useFileCheck(file, settledName, initialChoice);
  const recalled = recallChoice(localStorage, settledName, guessed.data?.columns ?? []);
  const choice = chosen ?? recalled ?? initialChoice;
  const check = useFileCheck(file, settledName, choice);
  const importing = useFileImport(file, name.trim(), choice);
  const rejected = useRejectedRows(file, name.trim(), choice);
  const download = file.format === 'markdown' ? null : rejected;
  // A choice is shown at once, while the API checks the file again.
  const columns = (check.data?.columns ?? []).map((column) => ({
    ...column,
    field: choice.fields === null ? column.field : (choice.fields[column.name] ?? null),
  }));
  function startImport() {
    importing.mutate();
    if (choice.fields !== null) rememberChoice(localStorage, name.trim(), choice);
  }

  const noun = file.format === 'markdown' ? 'file' : 'row';

  if (importing.data !== undefined)
    return <ImportResult result={importing.data} noun={noun} download={download} again={discard} />;
  return (
    <Stack gap="md">
      <SectionCard title={file.name} gap="sm">
        <Group align="flex-end" gap="sm">
          {archive === undefined && (
            <TextInput
              label="Source name"
              description="Files with the same source name are kept together."
              required
              maxLength={200}
              flex="1 1 260px"
              maw={420}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <ImportOptions choice={choice} change={setChoice} />
        </Group>
        {chosen === null && recalled !== null && (
          <Text size="sm" c="dimmed" role="status">
            The columns are read as in your last import into “{settledName}”.
          </Text>
        )}
        {columns.length > 0 && (
          <ColumnMapper
            columns={columns}
            choose={(column, field) => setChoice(chooseField(choice, columns, column, field))}
          />
        )}
      </SectionCard>
      <SectionCard title="Preview" gap="sm">
        <QueryState query={check} what="the preview" height={240}>
          {(data) => (
            <Stack gap="sm" style={{ opacity: check.isPlaceholderData ? 0.6 : 1 }}>
              <CheckSummary
                check={data}
                noun={noun}
                columns={columns}
                download={download}
                chooseSource={archive === undefined ? setName : null}
              />
              {data.preview.length > 0 && <RecordPreview records={data.preview} />}
            </Stack>
          )}
        </QueryState>
      </SectionCard>
      {importing.error !== null && <ProblemNotice error={importing.error} />}
      <Group gap="xs">
        <Button
          disabled={
            check.data === undefined || !hasChanges(check.data) || name.trim() === '' || check.isPlaceholderData
          }
          loading={importing.isPending}
          onClick={startImport}
        >
          {describeImport(check.data)}
        </Button>
        <Button variant="default" onClick={discard}>
          Choose another file
        </Button>
      </Group>
    </Stack>
  );
}
