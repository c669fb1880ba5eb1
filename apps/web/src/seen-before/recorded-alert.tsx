import { Alert } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { FailureTime } from '../components/timestamp.tsx';

/** Says that the pasted text describes a failure that Refrain already has. */
export function RecordedAlert({ recorded }: Pick<Schemas['SearchResponse'], 'recorded'>) {
  if (recorded === null) return null;
  return (
    <Alert variant="outline" role="status" title="This failure is already recorded.">
      <TextLink to="/failures/$failureId" params={{ failureId: recorded.id }}>
        {recorded.title}
      </TextLink>
      , <FailureTime failure={recorded} />
      {recorded.resolvedAt === null && ', still open'}. The answer below is about other failures.
    </Alert>
  );
}
