import { Group, Radio, Text } from '@mantine/core';
import type { Way } from './account-draft.ts';
import { AccountSecret, AccountText, type FieldProps } from './account-form.tsx';
import { Folded } from './folded.tsx';

interface Props extends FieldProps {
  readonly way: Way;
}

/** PagerDuty by an API key, or by an app with scopes. */
export function PagerDutyFields({ way, ...props }: Props) {
  const { draft, change } = props;
  const isApp = way === 'app';
  return (
    <>
      <Text size="sm">
        {isApp
          ? 'In PagerDuty: Integrations → App Registration → new app with Scoped OAuth and the scopes of the table.'
          : 'In PagerDuty: Integrations → API Access Keys → new key.'}
      </Text>
      {isApp && <AccountText {...props} name="account" label="Subdomain" placeholder="acme" required />}
      {isApp && <AccountText {...props} name="clientId" label="Client ID" required />}
      <AccountSecret {...props} name="credential" label={isApp ? 'Client secret' : 'API key'} required />
      {!isApp && (
        <AccountText
          {...props}
          name="account"
          label="Subdomain"
          description="Only if the key does not tell it: that of an account without services."
          placeholder="acme"
        />
      )}
      <Radio.Group
        label="Where the account lives"
        value={draft.region}
        onChange={(region) => change({ region: region === 'eu' ? 'eu' : 'us' })}
      >
        <Group mt={6}>
          <Radio value="us" label="US" />
          <Radio value="eu" label="EU (eu.pagerduty.com)" />
        </Group>
      </Radio.Group>
      <Folded
        title="More"
        isUsed={[draft.baseUrl, draft.identityUrl, draft.webhookSecret].some((value) => value !== '')}
      >
        <AccountSecret
          {...props}
          name="webhookSecret"
          label="Secret of a webhook made by hand"
          description="PagerDuty shows it once. Refrain sets up its webhook itself, where the credential may."
        />
        <AccountText
          {...props}
          name="baseUrl"
          type="url"
          label="Address of the API"
          placeholder="https://api.pagerduty.com"
        />
        {isApp && (
          <AccountText
            {...props}
            name="identityUrl"
            type="url"
            label="Where tokens are given out"
            placeholder="https://identity.pagerduty.com"
          />
        )}
      </Folded>
    </>
  );
}
