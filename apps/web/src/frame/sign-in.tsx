import { Alert, Code, List, Stack, Text, Title } from '@mantine/core';

/** What a visitor without a session sees. @param linkUsed they came by a link that does not work any more */
export function SignIn({ linkUsed }: { readonly linkUsed: boolean }) {
  return (
    <Stack maw={600}>
      <Title order={1}>Sign in</Title>
      {linkUsed && (
        <Alert variant="outline" role="alert">
          This sign-in link was used before or is too old.
        </Alert>
      )}
      <Text>Refrain has no passwords. A sign-in link opens it in one browser, once, within an hour of being made.</Text>
      <List spacing="xs">
        <List.Item>
          On the machine where Refrain runs: <Code>npm run --silent refrain -- sign-in</Code> prints a new one.
        </List.Item>
        <List.Item>
          An admin makes one for you under <b>Settings › People</b>.
        </List.Item>
      </List>
    </Stack>
  );
}
