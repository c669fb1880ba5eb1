import { Autocomplete, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems, useFocusInvalidField } from '../api/field-problems.ts';
import { api, invalidateQueries, refrain } from '../api/refrain.ts';
import { FormModal } from '../components/forms.tsx';
import { notify } from '../components/notify.tsx';
import { useScopeNames } from '../list/filters.tsx';

const fields = ['service', 'repository', 'path', 'environment'] as const;

export function AddEntryModal({ close }: { close(): void }) {
  const known = useScopeNames();
  const [entered, setEntered] = useState({ service: '', repository: '', path: '', environment: '' });
  const enter = (name: (typeof fields)[number]) => (value: string) => setEntered((all) => ({ ...all, [name]: value }));
  const add = refrain.useMutation('post', '/v1/catalogue', {
    async onSuccess({ id, service, repository }) {
      close();
      await invalidateQueries('/v1/catalogue');
      notify({
        message: `${service} runs from ${repository}: confirmed.`,
        undo: () =>
          api.DELETE('/v1/catalogue/{id}', { params: { path: { id } } }).then(() => invalidateQueries('/v1/catalogue')),
      });
    },
  });
  const problems = readFieldProblems(add.error, fields);
  useFocusInvalidField(add.error);
  const body = {
    service: entered.service.trim(),
    repository: entered.repository.trim(),
    path: entered.path.trim().replace(/^\/+|\/+$/gu, '') || null,
    environment: entered.environment.trim() || null,
  };
  return (
    <FormModal
      title="Add an entry"
      action="Add"
      isReady={body.service !== '' && body.repository !== ''}
      isPending={add.isPending}
      error={Object.keys(problems).length === 0 ? add.error : null}
      close={close}
      submit={() => add.mutate({ body })}
    >
      <Text size="sm">The new entry is confirmed and replaces any earlier decision.</Text>
      <Autocomplete
        label="Service"
        description="The name of the service in PagerDuty."
        required
        data-autofocus
        data={known.services}
        value={entered.service}
        onChange={enter('service')}
        error={problems.service}
      />
      <Autocomplete
        label="Repository"
        placeholder="owner/name"
        required
        data={known.repositories}
        value={entered.repository}
        onChange={enter('repository')}
        error={problems.repository}
      />
      <TextInput
        label="Folder"
        description="Only if the service is in a folder of the repository, such as services/cart."
        value={entered.path}
        onChange={(event) => enter('path')(event.currentTarget.value)}
        error={problems.path}
      />
      <TextInput
        label="Environment"
        description="Only if the service runs in one environment, such as production."
        value={entered.environment}
        onChange={(event) => enter('environment')(event.currentTarget.value)}
        error={problems.environment}
      />
    </FormModal>
  );
}
