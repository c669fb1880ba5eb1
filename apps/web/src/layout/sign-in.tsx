import { Alert, Button, Code, List, Stack, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';

const linkProblems = {
  used: 'This sign-in link was used before or is too old.',
  off: 'Sign-in links are switched off here.',
} as const;

/** Shows a visitor without a session how to sign in. @param link why the link by which they came does not work */
export function SignIn({ link }: { readonly link: keyof typeof linkProblems | undefined }) {
  const { data } = refrain.useQuery('get', '/v1/sign-in-methods');
  const ways = data?.items ?? [];
  return (
    <Stack maw={600}>
      <Title order={1}>Sign in</Title>
      {link !== undefined && (
        <Alert variant="outline" role="alert">
          {linkProblems[link]}
        </Alert>
      )}
      {ways.map((way) => (
        <SignInWith key={way.way} way={way} />
      ))}
      {data?.allowsLinks !== false && <ByLink isOnlyMethod={ways.length === 0} />}
    </Stack>
  );
}

function ByLink({ isOnlyMethod }: { readonly isOnlyMethod: boolean }) {
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

/** Leads to the provider, and from there back to the page that was asked for. */
function SignInWith({ way: { name, url } }: { readonly way: Schemas['SignInMethodsResponse']['items'][number] }) {
  const { href } = useLocation();
  const to = new URLSearchParams({ to: href });
  return (
    <Button component="a" href={`${url}?${to}`} variant="filled" w="fit-content">
      Sign in with {name}
    </Button>
  );
}
