import { Code, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PageLink } from '../../components/links.tsx';
import { Page } from '../../components/page.tsx';
import { importJsonLines, UploadFileForm } from './upload-file-form.tsx';

export function ImportFilesPage() {
  const [name, setName] = useState('');
  return (
    <Page
      title="Import files"
      lead="Past incidents from another tool: from a wiki, a tracker, a spreadsheet."
      actions={<PageLink to="/connections/new">Connect something else</PageLink>}
    >
      <Stack maw={720}>
        <UploadFileForm
          propose={(file) => setName((before) => before || file.replace(/(?<=.)\.\w+$/u, ''))}
          isReady={name.trim() !== ''}
          send={(body) => importJsonLines(name.trim(), body)}
        >
          <TextInput
            label="Name of the archive"
            description="Bring further files under the same name to add to it."
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </UploadFileForm>
        <Text size="sm">
          A CSV file or a folder of Markdown post-mortems goes in by the command line, which also understands other
          names of columns: <Code>npx refrain import incidents.csv</Code>
        </Text>
      </Stack>
    </Page>
  );
}
