import { Alert, Text } from '@mantine/core';
import { PageLink } from '../../components/page-link.tsx';
import { count } from '../../labels/count.ts';

export interface ImportCounts {
  readonly received: number;
  readonly stored: number;
  readonly connectionId: string;
}

export function UploadResult({ counts: { received, stored, connectionId } }: { readonly counts: ImportCounts }) {
  return (
    <Alert variant="outline" color="teal" title={`${count(stored, 'new record')} imported`} role="status">
      <Text size="sm">
        {received > stored &&
          `${count(received - stored, 'record of the file was', 'records of the file were')} known already. `}
        The records are being processed: see{' '}
        <PageLink to="/failures" search={{ connectionId }} inherit underline="always">
          its failures
        </PageLink>{' '}
        or{' '}
        <PageLink to="/patterns" inherit underline="always">
          what keeps coming back
        </PageLink>
        .
      </Text>
    </Alert>
  );
}
