import type { ConnectCommandText } from '../contract/provider-entry.ts';

export const commandText: ConnectCommandText = {
  description: 'Connect a PagerDuty account, by a REST API key or by a scoped OAuth app',
  options: {
    account: {
      flags: '--account <subdomain>',
      description: 'subdomain of the account; needed with --app-id, a key tells it',
    },
    region: { flags: '--region <region>', description: 'where the account lives' },
    clientId: {
      flags: '--app-id <id>',
      description: "client id of a scoped OAuth app; the credential is the app's client secret then",
    },
    identityUrl: {
      flags: '--identity-url <url>',
      description: 'where tokens of apps are given out, where it is not identity.pagerduty.com',
    },
    baseUrl: { flags: '--base-url <url>', description: 'API root, where it is not that of the region' },
  },
  credential: "the key, or the app's client secret",
  help: `By key: Integrations → API Access Keys; a read-only one cannot set up the webhook and cannot write notes. By app: Integrations →
App Registration → Scoped OAuth, with incidents.read, services.read, change_events.read, incidents.write,
webhook_subscriptions.read and webhook_subscriptions.write.`,
  examples: [
    'REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --region eu',
    'npx refrain connect pagerduty --app-id 4c1d… --account acme --credential-file secret.txt',
    'REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check',
  ],
};
