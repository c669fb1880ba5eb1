import { Text } from '@mantine/core';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { AccountSecret, AccountText, type FieldProps } from './account-form.tsx';
import { EnterpriseField } from './enterprise-field.tsx';

/** GitHub by token. */
export function GitHubFields(props: FieldProps) {
  return (
    <>
      <Text size="sm">
        Make a{' '}
        <OutsideLink url="https://github.com/settings/personal-access-tokens/new">fine-grained token</OutsideLink> with
        the permissions of the table, for all repositories that matter.
      </Text>
      <AccountText {...props} name="account" label="Organisation or user" placeholder="acme" required />
      <AccountSecret {...props} name="credential" label="Token" placeholder="github_pat_…" required />
      <EnterpriseField {...props} />
    </>
  );
}
