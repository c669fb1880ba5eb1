import { Button, Card, Center, Code, Divider, List, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Warning } from '../components/states.tsx';

const linkProblems = {
  used: {
    title: 'This sign-in link no longer works',
    advice:
      'It has already been used, has expired, or was replaced by a newer one. Ask for a new link as described below.',
  },
  off: {
    title: 'Sign-in links are switched off here',
    advice: 'Sign in with your account instead.',
  },
} as const;

export function SignIn({ link }: { readonly link: keyof typeof linkProblems | undefined }) {
  useDocumentTitle('Sign in · Refrain');
  const { data } = refrain.useQuery('get', '/v1/sign-in-methods');
  const methods = data?.items ?? [];
  const allowsLinks = data?.allowsLinks !== false;
  return (
    <Center mih="70dvh">
      <Card withBorder padding="xl" radius="md" w="100%" maw={440}>
        <Stack gap="md">
          <Stack gap={4} ta="center">
            <Title order={1}>Sign in to Refrain</Title>
            <Text c="dimmed">Find recurring failures, and fix them for good.</Text>
          </Stack>
          {link !== undefined && <Warning title={linkProblems[link].title}>{linkProblems[link].advice}</Warning>}
          {methods.map((method) => (
            <SignInWith key={method.way} method={method} />
          ))}
          {methods.length > 0 && allowsLinks && <Divider label="or" />}
          {allowsLinks && <SignInByLink />}
        </Stack>
      </Card>
    </Center>
  );
}

function SignInByLink() {
  return (
    <Stack gap="xs">
      <Text size="sm">Open a sign-in link in this browser. Each link works once.</Text>
      <List size="sm" spacing="xs">
        <List.Item>
          An admin can create a link for you under <b style={{ whiteSpace: 'nowrap' }}>Settings › Members</b>.
        </List.Item>
        <List.Item>
          On the machine that runs Refrain, <Code style={{ whiteSpace: 'nowrap' }}>npx refrain sign-in</Code> prints a
          link.
        </List.Item>
      </List>
    </Stack>
  );
}

/** Links to an identity provider, which returns to the current page. */
function SignInWith({ method: { name, url } }: { readonly method: Schemas['SignInMethodsResponse']['items'][number] }) {
  const { href } = useLocation();
  const to = new URLSearchParams({ to: href });
  return (
    <Button component="a" href={`${url}?${to}`} variant="filled" size="md" fullWidth>
      Sign in with {name}
    </Button>
  );
}
