import type { ConnectCommandText } from '../contract/provider-entry.ts';

export const gitHubConnectCommandText: ConnectCommandText = {
  description: 'Connect a GitHub organisation or user, with a token or its own GitHub App',
  options: {
    account: { flags: '--account <name>', description: 'organisation or user' },
    baseUrl: {
      flags: '--base-url <url>',
      description: 'API root of a GitHub Enterprise Server, such as https://github.acme.example/api/v3',
    },
  },
  credential: 'the token',
  help: `With --app: the command prints a URL. Open it, choose "Create GitHub App", then "Install".
With a token: create a fine-grained token that may read contents, pull requests, deployments, actions and metadata, and read and
write issues. To receive events as they happen, the token must also read and write webhooks (of the organisation, or of its
repositories).`,
  examples: [
    'npx refrain connect github --account acme --app',
    'gh auth token | npx refrain connect github --account acme --credential-file - --check',
    'npx refrain connect github --account acme --repository "acme/shop-*" --environment production --workflow deploy.yml',
  ],
};
