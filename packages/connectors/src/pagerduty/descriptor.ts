import type { ConnectMethod, ProviderDescriptor } from '@refrain/domain';
import { createConnectFormField } from '../contract/provider-entry.ts';
import { pagerDutyApiRoots } from './client/credential.ts';

const region = createConnectFormField({
  name: 'region',
  kind: 'choice',
  label: 'Where the account lives',
  options: [
    { value: 'us', label: 'US' },
    { value: 'eu', label: 'EU (eu.pagerduty.com)' },
  ],
});
const subdomain = createConnectFormField({ name: 'account', label: 'Subdomain', placeholder: 'acme' });
const advanced = [
  createConnectFormField({
    name: 'webhookSecret',
    kind: 'secret',
    label: 'Secret of a webhook created by hand',
    description: 'PagerDuty shows it once. Needed only if the credential may not create webhooks.',
    isAdvanced: true,
  }),
  createConnectFormField({
    name: 'baseUrl',
    kind: 'url',
    label: 'API URL',
    placeholder: pagerDutyApiRoots.us,
    isAdvanced: true,
  }),
];

const key: ConnectMethod = {
  id: 'key',
  label: 'API key',
  instructions: 'In PagerDuty, open Integrations → API Access Keys and create a key.',
  link: null,
  registersApp: false,
  credentialKind: null,
  fields: [
    createConnectFormField({ name: 'credential', kind: 'secret', label: 'API key', isRequired: true }),
    { ...subdomain, description: 'Needed only for an account without services.' },
    region,
    ...advanced,
  ],
  advancedTitle: 'More',
  permissions: [
    { name: 'Key with full access', access: null, effect: 'everything' },
    {
      name: 'Read-only key',
      access: null,
      effect: 'everything except notes on incidents; events arrive every few minutes',
    },
  ],
  listsKeyKinds: true,
};

const app: ConnectMethod = {
  id: 'app',
  label: 'App with scopes',
  instructions:
    'In PagerDuty, open Integrations → App Registration and create an app with Scoped OAuth and the scopes in the table.',
  link: null,
  registersApp: false,
  credentialKind: 'pagerduty_app',
  fields: [
    { ...subdomain, isRequired: true, credentialPart: 'subdomain' },
    createConnectFormField({ name: 'clientId', label: 'Client ID', isRequired: true, credentialPart: 'clientId' }),
    createConnectFormField({
      name: 'credential',
      kind: 'secret',
      label: 'Client secret',
      isRequired: true,
      credentialPart: 'clientSecret',
    }),
    { ...region, credentialPart: 'region' },
    ...advanced,
    createConnectFormField({
      name: 'identityUrl',
      kind: 'url',
      label: 'Token server',
      placeholder: 'https://identity.pagerduty.com',
      isAdvanced: true,
      credentialPart: 'identityUrl',
    }),
  ],
  advancedTitle: 'More',
  permissions: [
    { name: 'incidents.read', access: null, effect: 'nothing works' },
    { name: 'services.read', access: null, effect: 'nothing works' },
    { name: 'change_events.read', access: null, effect: 'no deployments that pipelines report to PagerDuty' },
    { name: 'incidents.write', access: null, effect: 'no notes on incidents that have happened before' },
    {
      name: 'webhook_subscriptions.read',
      access: null,
      effect: 'events arrive every few minutes instead of immediately',
    },
    {
      name: 'webhook_subscriptions.write',
      access: null,
      effect: 'events arrive every few minutes instead of immediately',
    },
  ],
  listsKeyKinds: false,
};

export const pagerDutyDescriptor: ProviderDescriptor = {
  id: 'pagerduty',
  name: 'PagerDuty',
  kind: 'incidents',
  summary:
    'Incidents with their alerts and timelines. Refrain can add a note about how similar incidents were resolved.',
  scope: { selects: 'services', example: 'shop-*', excludes: null, refinements: [] },
  roots: [
    { region: 'us', url: pagerDutyApiRoots.us },
    { region: 'eu', url: pagerDutyApiRoots.eu },
  ],
  webhook: {
    secretSource: 'provider',
    instructions: 'In PagerDuty: Integrations → Generic Webhooks (v3) → new, for the whole account, all events.',
    urlLabel: 'Webhook URL',
  },
  writes: 'Refrain writes only its webhook and, if your policy allows it, notes on incidents.',
  connectMethods: [key, app],
};
