import { Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../components/states.tsx';
import { DropArea } from './drop-area.tsx';
import { ImportSteps } from './import-steps.tsx';
import { type PickedFile, pickFiles } from './pick-files.ts';

/** Imports files into an archive. Without `archive`, the user names the archive. */
export function ImportFiles({ archive }: { readonly archive?: string }) {
  const [file, setFile] = useState<PickedFile | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function pick(files: readonly File[]) {
    setError(null);
    await pickFiles(files).then(setFile, setError);
  }

  if (file !== null) return <ImportSteps file={file} archive={archive} discard={() => setFile(null)} />;
  return (
    <Stack gap="sm">
      <DropArea onFiles={(files) => void pick(files)} />
      {error !== null && <ProblemNotice error={error} />}
    </Stack>
  );
}
