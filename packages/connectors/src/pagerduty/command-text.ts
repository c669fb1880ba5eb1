import type { ConnectCommandText } from '../contract/provider-entry.ts';

export const pagerDutyConnectCommandText: ConnectCommandText = {
  description: 'Connect a PagerDuty account, with a REST API key or a scoped OAuth app',
  options: {
    account: {
      flags: '--account <subdomain>',
      description: 'subdomain of the account; only needed with --app-id, because a key identifies its account',
    },
    region: { flags: '--region <region>', description: 'service region of the account: us or eu' },
    clientId: {
      flags: '--app-id <id>',
      description: "client id of a scoped OAuth app; the credential is then the app's client secret",
    },
    identityUrl: {
      flags: '--identity-url <url>',
      description: 'URL of the token server for apps, if it is not identity.pagerduty.com',
    },
    baseUrl: { flags: '--base-url <url>', description: "API root, if it is not the region's" },
  },
  credential: "the key, or the app's client secret",
  help: `With a key: create it under Integrations → API Access Keys. A read-only key can neither set up the webhook nor write notes.
With an app: create it under Integrations → App Registration → Scoped OAuth, with incidents.read, services.read, change_events.read, incidents.write,
webhook_subscriptions.read and webhook_subscriptions.write.`,
  examples: [
    'REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --region eu',
    'npx refrain connect pagerduty --app-id 4c1d… --account acme --credential-file secret.txt',
    'REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check',
  ],
};
