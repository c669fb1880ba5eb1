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
      title="Import catalogue file"
      size="lg"
      action="Import"
      cancelLabel="Close"
      isReady={file !== null}
      isPending={reading.isPending}
      error={reading.error}
      close={close}
      submit={() => file && reading.mutate(file)}
    >
      <FileInput
        label="File"
        description="A catalog-info.yaml or CODEOWNERS file."
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
        description="The repository that contains the file. The import replaces the entries from an earlier version of the file."
        placeholder="owner/name"
        data={repositories}
        value={repository}
        onChange={setRepository}
      />
      <TextInput
        label="Path in the repository"
        description="A file in a folder applies to that folder."
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Switch
        label="Confirm the entries of known services immediately"
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
        {items.length === 0 ? 'The file contains no known service.' : `${count(items.length, 'entry', 'entries')}:`}
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
        <Alert variant="outline" title="Some entries could not be used">
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
