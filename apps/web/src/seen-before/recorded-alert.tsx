import { Alert } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { FailureTime } from '../components/timestamp.tsx';
import { failureKindLabels } from '../labels/domain-labels.ts';

/** Says that the pasted text is the text of an open incident, or of a failure of the last 24 hours. */
export function RecordedAlert({ recorded }: Pick<Schemas['SearchResponse'], 'recorded'>) {
  if (recorded === null) return null;
  return (
    <Alert variant="outline" role="status">
      <strong>This is {describeRecorded(recorded)} </strong>
      <TextLink to="/failures/$failureId" params={{ failureId: recorded.id }}>
        {recorded.title}
      </TextLink>
      , which began on <FailureTime failure={recorded} />. The answer below is about earlier failures.
    </Alert>
  );
}

function describeRecorded({ kind, resolvedAt }: NonNullable<Schemas['SearchResponse']['recorded']>): string {
  if (kind !== 'incident') return `a ${failureKindLabels[kind]} of the last 24 hours`;
  return resolvedAt === null ? 'the open incident' : 'a resolved incident of the last 24 hours';
}
