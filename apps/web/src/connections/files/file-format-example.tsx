import { Code, Text } from '@mantine/core';

const example = `{"id": "INC-7", "title": "Checkout is down", "text": "Payments failed after …",
 "created": "2025-03-01T10:00Z", "resolved": "2025-03-01T11:20Z",
 "services": ["checkout"], "repository": "acme/shop", "severity": "sev1",
 "url": "https://…", "kind": "incident"}`;

export function FileFormatExample() {
  return (
    <Text component="details" size="sm">
      <summary>What a line looks like</summary>
      <Code block my="xs" style={{ whiteSpace: 'pre-wrap' }}>
        {example}
      </Code>
      All in one line. <b>created</b>, and a <b>title</b> or a <b>text</b>, are needed. A time without a zone is UTC.{' '}
      <b>kind</b> may also be failed_deployment or reverted_change. Names of people are taken out where they can be
      told.
    </Text>
  );
}
