import { Box, Spoiler, Text, Title } from '@mantine/core';

export function FailureText({ text }: { readonly text: string }) {
  const shown = text.trim();
  if (shown === '') return null;
  return (
    <Box component="section">
      <Title order={2} mb="xs">
        What was written of it
      </Title>
      <Spoiler maxHeight={260} showLabel="Show all of it" hideLabel="Show less">
        <Box
          component="blockquote"
          m={0}
          pl="sm"
          style={{ borderLeft: '3px solid var(--mantine-color-default-border)', whiteSpace: 'pre-wrap' }}
        >
          <Text size="sm">{shown}</Text>
        </Box>
      </Spoiler>
    </Box>
  );
}
