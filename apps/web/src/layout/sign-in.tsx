import { Alert, Button, Code, List, Stack, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';

const linkProblems = {
  used: 'This sign-in link was used before or is too old.',
  off: 'Sign-in links are switched off here.',
} as const;

export function SignIn({ link }: { readonly link: keyof typeof linkProblems | undefined }) {
  const { data } = refrain.useQuery('get', '/v1/sign-in-methods');
  const methods = data?.items ?? [];
  return (
    <Stack maw={600}>
      <Title order={1}>Sign in</Title>
      {link !== undefined && (
        <Alert variant="outline" role="alert">
          {linkProblems[link]}
        </Alert>
      )}
      {methods.map((method) => (
        <SignInWith key={method.way} method={method} />
      ))}
      {data?.allowsLinks !== false && <SignInByLink isOnlyMethod={methods.length === 0} />}
    </Stack>
  );
}

function SignInByLink({ isOnlyMethod }: { readonly isOnlyMethod: boolean }) {
  return (
    <>
      <Text>
        {isOnlyMethod ? 'Refrain has no passwords. A' : 'Or by link: a'} sign-in link opens it in one browser, once,
        within an hour of being made.
      </Text>
      <List spacing="xs">
        <List.Item>
          On the machine where Refrain runs: <Code>npx refrain sign-in</Code> prints a new one.
        </List.Item>
        <List.Item>
          An admin makes one for you under <b>Settings › People</b>.
        </List.Item>
      </List>
    </>
  );
}

/** Links to an identity provider, which returns to the current page. */
function SignInWith({ method: { name, url } }: { readonly method: Schemas['SignInMethodsResponse']['items'][number] }) {
  const { href } = useLocation();
  const to = new URLSearchParams({ to: href });
  return (
    <Button component="a" href={`${url}?${to}`} variant="filled" w="fit-content">
      Sign in with {name}
    </Button>
  );
}
