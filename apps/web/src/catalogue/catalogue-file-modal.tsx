import { Alert, Autocomplete, FileInput, List, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, invalidateQueries, type Schemas } from '../api/refrain.ts';
import { FormModal } from '../components/forms.tsx';
import { catalogueEntryStatusLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import { useScopeNames } from '../list/filters.tsx';
import { describeEntryLocation } from './entry.ts';

export function CatalogueFileModal({ close }: { close(): void }) {
  const { repositories } = useScopeNames();
  const [file, setFile] = useState<File | null>(null);
  const [path, setPath] = useState('');
  const [repository, setRepository] = useState('');
  const [confirm, setConfirm] = useState(false);
  const reading = useMutation({
    async mutationFn(chosen: File) {
      const text = await chosen.text();
      const body = { path: path.trim() || chosen.name, text, repository: repository.trim() || null, confirm };
      const { data } = await api.POST('/v1/catalogue/import', { body });
      return data;
    },
    onSuccess: () => invalidateQueries('/v1/catalogue'),
  });
  return (
    <FormModal
      title="Read a file"
      size="lg"
      action="Read it"
      cancelLabel="Close"
      isReady={file !== null}
      isPending={reading.isPending}
      error={reading.error}
      close={close}
      submit={() => file && reading.mutate(file)}
    >
      <FileInput
        label="File"
        description="A catalog-info.yaml, or CODEOWNERS."
        placeholder="Choose a file"
        required
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setPath(chosen?.name ?? '');
          reading.reset();
        }}
      />
      <Autocomplete
        label="Repository"
        description="Where the file is from. What it said before is replaced."
        placeholder="owner/name"
        data={repositories}
        value={repository}
        onChange={setRepository}
      />
      <TextInput
        label="Path in the repository"
        description="What a file in a folder says is said of that folder."
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Switch
        label="Confirm at once what a catalog-info.yaml says of a known service"
        checked={confirm}
        onChange={(event) => setConfirm(event.currentTarget.checked)}
      />
      {reading.data && <CatalogueFileResult answer={reading.data} />}
    </FormModal>
  );
}

function CatalogueFileResult({ answer: { items, problems } }: { readonly answer: Schemas['CatalogueImportResponse'] }) {
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {items.length === 0
          ? 'Nothing in it fits a known service.'
          : `${count(items.length, 'entry', 'entries')} in it:`}
      </Text>
      {items.length > 0 && (
        <List size="sm">
          {items.map((entry) => (
            <List.Item key={entry.id}>
              {entry.service} from {describeEntryLocation(entry)}: {catalogueEntryStatusLabels[entry.status]}
            </List.Item>
          ))}
        </List>
      )}
      {problems.length > 0 && (
        <Alert variant="outline" title="Not all of it could be used">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
