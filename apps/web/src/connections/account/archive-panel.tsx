import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ForRole } from '../../components/for-role.tsx';
import { importJsonLines } from '../files/import-json-lines.ts';
import { UploadFile } from '../files/upload-file.tsx';

export function ArchivePanel({ connection: { account } }: { readonly connection: Schemas['Connection'] }) {
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm" maw={720}>
        <Title order={2}>Import another file</Title>
        <ForRole needs="admin" otherwise={<Text size="sm">An admin of Refrain can do that.</Text>}>
          <UploadFile send={(body) => importJsonLines(account, body)} />
        </ForRole>
      </Stack>
    </Card>
  );
}
