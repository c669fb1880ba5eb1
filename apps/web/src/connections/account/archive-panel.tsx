import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { importJsonLines } from '../files/import-json-lines.ts';
import { UploadFileForm } from '../files/upload-file-form.tsx';

export function ArchivePanel({ connection: { account } }: { readonly connection: Schemas['Connection'] }) {
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm" maw={720}>
        <Title order={2}>Import another file</Title>
        <VisibleForRole needs="admin" otherwise={<Text size="sm">An admin of Refrain can do that.</Text>}>
          <UploadFileForm send={(body) => importJsonLines(account, body)} />
        </VisibleForRole>
      </Stack>
    </Card>
  );
}
