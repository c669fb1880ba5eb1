import { Button, SegmentedControl, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProviderDescriptor } from '../../api/refrain.ts';
import { handleSubmit } from '../../components/forms.tsx';
import { PageLink } from '../../components/links.tsx';
import { Page } from '../../components/page.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { Section } from '../../components/section.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { checkAccount } from '../scope/check-scope.ts';
import {
  type AccountDraft,
  type AuthMethod,
  type AuthMethodId,
  createAccountDraft,
  toAccountRequest,
} from './account-draft.ts';
import { AuthMethodFields } from './auth-method-fields.tsx';
import { ChooseScopeAndStartBackfill } from './choose-scope-and-start-backfill.tsx';
import { ConnectStepper } from './connect-stepper.tsx';
import { GitHubAppForm } from './github-app-form.tsx';

/** Connects an account in two steps: the credential, then the scope. The typed values stay in this component. */
export function ConnectAccountSteps({ provider }: { readonly provider: ProviderDescriptor }) {
  const { by, step, account = '', baseUrl = '' } = useSearch({ from: '/connections/new' });
  const navigate = useNavigate({ from: '/connections/new' });
  const { connectMethods: methods } = provider;
  const method = methods.find(({ id }) => id === by) ?? methods[0];
  const [draft, setDraft] = useState<AccountDraft>(() =>
    account === '' && baseUrl === '' ? {} : createAccountDraft(provider, account, baseUrl),
  );
  const check = useMutation({
    mutationFn: (by: AuthMethod) => checkAccount(toAccountRequest(provider.id, by, draft)),
    onSuccess: (_checked, by) => void navigate({ search: (before) => ({ ...before, by: by.id, step: 'choose' }) }),
  });
  const change = (changes: AccountDraft) => setDraft({ ...draft, ...changes });
  if (method === undefined) return null;

  if (step === 'choose' && check.data !== undefined)
    return <ChooseScopeAndStartBackfill provider={provider} method={method} draft={draft} first={check.data} />;
  return (
    <Page
      title={`Connect ${provider.name}`}
      lead={method.registersApp ? undefined : 'Nothing is stored until you start the import.'}
      actions={<PageLink to="/connections/new">All data sources</PageLink>}
    >
      <ConnectStepper at={0} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md">
          {methods.length > 1 && (
            <SegmentedControl
              aria-label="How to connect"
              value={method.id}
              data={methods.map(({ id, label }) => ({ value: id, label }))}
              onChange={(by) =>
                void navigate({ search: (before) => ({ ...before, by: by as AuthMethodId, step: undefined }) })
              }
            />
          )}
          {method.registersApp ? (
            <GitHubAppForm method={method} draft={draft} change={change} />
          ) : (
            <form onSubmit={handleSubmit(() => check.mutate(method))} autoComplete="off">
              <Stack gap="sm">
                <AuthMethodFields method={method} draft={draft} change={change} />
                {check.error !== null && <ProblemNotice error={check.error} />}
                <Button type="submit" loading={check.isPending} style={{ alignSelf: 'flex-start' }}>
                  Continue
                </Button>
              </Stack>
            </form>
          )}
        </Stack>
        <PermissionTable writes={provider.writes} method={method} />
      </SimpleGrid>
    </Page>
  );
}

interface PermissionTableProps {
  readonly writes: string | null;
  readonly method: AuthMethod;
}

function PermissionTable({ writes, method: { permissions, listsKeyKinds: isKey } }: PermissionTableProps) {
  return (
    <Section title="What Refrain can access">
      <Text size="sm">{writes} The credential is stored encrypted.</Text>
      <ScrollBox label="Permissions">
        <Table fz="sm" miw={320} verticalSpacing={5} style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{isKey ? 'Type of key' : 'Permission'}</Table.Th>
              <Table.Th>{isKey ? 'What works' : 'Without it'}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map(({ name, access, effect }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                  {access !== null && (
                    <Text size="sm" c="dimmed">
                      {access}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{effect}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Section>
  );
}
