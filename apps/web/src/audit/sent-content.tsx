import { Code, Stack, Text, Title } from '@mantine/core';
import { capitalise } from '../labels/capitalise.ts';

/** Shows the body of a write verbatim, without rendering the Markdown of issues. */
export function SentContent({ content }: { readonly content: Readonly<Record<string, unknown>> }) {
  const parts = Object.entries(content);
  return (
    <Stack gap="sm">
      <Title order={3}>All that was sent</Title>
      {parts.length === 0 && <Text size="sm">Nothing but the request itself.</Text>}
      {parts.map(([name, value]) => (
        <div key={name}>
          <Text size="sm" fw={600} mb={2}>
            {capitalise(name)}
          </Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
          </Code>
        </div>
      ))}
    </Stack>
  );
}
