import { Alert, Text } from '@mantine/core';
import { PageLink } from '../../parts/page-link.tsx';
import { count } from '../../words/count.ts';

export interface CameIn {
  readonly received: number;
  readonly stored: number;
  readonly connectionId: string;
}

/** What came of an upload. */
export function UploadResult({ cameIn: { received, stored, connectionId } }: { readonly cameIn: CameIn }) {
  return (
    <Alert variant="outline" color="teal" title={`${count(stored, 'new record')} came in`} role="status">
      <Text size="sm">
        {received > stored && `${count(received - stored, 'record')} of the file known already. `}
        What came in is worked on now: see{' '}
        <PageLink to="/connections/$connectionId" params={{ connectionId }}>
          the archive
        </PageLink>{' '}
        or <PageLink to="/patterns">what keeps coming back</PageLink>.
      </Text>
    </Alert>
  );
}
