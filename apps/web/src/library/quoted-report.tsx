import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';

/** Shows the words of a report, with a link to its failure. */
export function QuotedReport({ quotation }: { readonly quotation: Schemas['LessonQuotation'] | undefined }) {
  if (quotation === undefined) return null;
  const { failureId, at, quote } = quotation;
  return (
    <Text size="sm" c="dimmed" lineClamp={4} title={quote}>
      <TextLink to="/failures/$failureId" params={{ failureId }}>
        <Timestamp at={at} as="day" />
      </TextLink>
      : “{quote}”
    </Text>
  );
}
