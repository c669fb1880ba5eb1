import { cloudKeyFormats } from './cloud-key-formats.ts';
import { passwordHashFormats, serviceKeyFormats } from './service-key-formats.ts';

/** Formats of keys that secretlint lacks, knows in only one length, or misses after an escape sequence. */
export const keyFormats: readonly string[] = [
  // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  '(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA|ASCA|APKA)[A-Z2-7]{16}',
  String.raw`AIza[\w-]{35}`,
  String.raw`GOCSPX-[\w-]{20,60}`,
  String.raw`ya29\.[\w.-]{20,2000}`,
  String.raw`1//0[\w-]{30,500}`,
  // Stripe: API keys (https://docs.stripe.com/keys), and secrets of webhook endpoints.
  String.raw`(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{10,250}`,
  String.raw`whsec_[A-Za-z\d+/=]{20,100}`,
  // GitHub: tokens of users and Apps, by the formats in
  // https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  // Stateless tokens of GitHub Apps consist of `ghs_`, the app's id and a JSON web token.
  String.raw`ghs_[\w-]{1,1000}(?:\.[\w-]{2,4000}){2}`,
  String.raw`(?:gh[pousr]_|github_pat_)[A-Za-z\d_]{30,255}`,
  // Slack: https://api.slack.com/authentication/token-types
  String.raw`xox[abeoprs](?:\.xox[a-z])?-[\w-]{10,250}`,
  String.raw`rfr_[\w-]{43}`,
  // OpenAI: keys of projects, service accounts and administrators, and keys of users (`sk-…` without a second prefix).
  String.raw`sk-(?:proj|svcacct|admin)-[\w-]{20,250}`,
  String.raw`sk-[A-Za-z\d]{32,64}`,
  // Anthropic: `sk-ant-api03-…`, `sk-ant-admin01-…`, `sk-ant-oat01-…`.
  String.raw`sk-ant-[\w-]{20,250}`,
  // Hugging Face: https://huggingface.co/docs/hub/security-tokens
  String.raw`hf_[A-Za-z\d]{30,60}`,
  // PyPI: macaroon, https://pypi.org/help/#apitoken
  String.raw`pypi-AgE[\w-]{40,1000}`,
  // npm: https://github.blog/2021-09-23-announcing-npms-new-access-token-format/
  String.raw`npm_[A-Za-z\d]{36}`,
  String.raw`(?:SK|AC)[\da-f]{32}`,
  String.raw`key-[\da-f]{32}`, // Mailgun
  String.raw`SG\.[\w-]{10,64}\.[\w-]{20,64}`, // SendGrid
  String.raw`do[opr]_v1_[\da-f]{64}`, // DigitalOcean
  // GitLab: https://docs.gitlab.com/security/tokens/#token-prefixes
  String.raw`gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-[\w-]{16,300}(?:\.[a-z\d]{2,12}){0,2}`,
  String.raw`shp(?:at|ca|pa|ss|ua)_[A-Za-z\d]{32,64}`, // Shopify
  String.raw`dapi[\da-f]{32}(?:-\d)?`, // Databricks
  // New Relic: keys of users and others by their prefix, license keys by their suffix.
  String.raw`NR(?:AK|AA|II|IQ|JS|RA|SP)-[\w-]{18,60}`,
  String.raw`[A-Za-z\d]{36}NRAL`,
  // Grafana: service accounts, access policies of Grafana Cloud, and API keys from before 2023 (base64 of `{"k":"`).
  String.raw`glsa_[A-Za-z\d]{32}_[\dA-Fa-f]{8}`,
  String.raw`glc_[A-Za-z\d+/]{32,400}={0,2}`,
  String.raw`eyJrIjoi[A-Za-z\d+/]{40,400}={0,2}`,
  // Vault: https://developer.hashicorp.com/vault/docs/concepts/tokens
  String.raw`hv[bsr]\.[\w-]{20,300}`,
  String.raw`[A-Za-z\d]{14}\.atlasv1\.[\w-]{60,70}`, // Terraform Cloud
  String.raw`dp\.(?:audit|ct|pt|sa|scim|st)\.(?:[a-z\d_-]{2,35}\.)?[A-Za-z\d]{40,44}`, // Doppler
  String.raw`lin_(?:api|oauth)_[A-Za-z\d]{32,128}`, // Linear
  // Sentry: tokens of organisations, which contain base64, and of users.
  String.raw`sntrys_[\w+/]{40,500}={0,2}(?:_[\w+/]{20,100})?`,
  String.raw`sntryu_[\da-f]{64}`,
  // Square: access tokens and application secrets in the older and the newer format.
  String.raw`sq0(?:atp|csp)-[\w-]{22,60}`,
  String.raw`EAAA[\w-]{60}`,
  // Telegram: https://core.telegram.org/bots/api#authorizing-your-bot
  String.raw`(?:bot)?\d{8,10}:A[\w-]{34}`,
  // age (file encryption): keys in Bech32, https://github.com/C2SP/C2SP/blob/main/age.md
  'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}',
  // Atlassian: tokens of users and Bitbucket's app passwords; https://support.atlassian.com/security-and-access-policies/docs/understand-api-tokens/
  String.raw`AT(?:ATT|CTT)3[\w=-]{50,400}`,
  String.raw`ATBB[A-Za-z\d]{32}`,
  String.raw`CCIP(?:AT|RJ)_[A-Za-z\d]{10,60}_[\da-f]{40}`, // CircleCI
  String.raw`pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}`, // PlanetScale
  String.raw`sbp_(?:v0_)?[\da-f]{40}`, // Supabase
  String.raw`sb_secret_[\w-]{20,60}`,
  String.raw`ops_eyJ[\w+/-]{100,4000}={0,2}`, // 1Password service account
  String.raw`bk(?:ua|at)_[\da-f]{40}`, // Buildkite
  String.raw`ntn_[A-Za-z\d]{40,50}`, // Notion
  String.raw`PMAK-[\da-f]{24}-[\da-f]{34}`, // Postman
  String.raw`rubygems_[\da-f]{48}`,
  // JFrog: API keys, and reference tokens (base64 of `reftkn`).
  String.raw`AKCp[A-Za-z\d]{60,80}`,
  String.raw`cmVmdGtu[A-Za-z\d]{56}`,
  String.raw`fm\d[a-z]?_[\w+/-]{40,4000}={0,2}`, // Fly.io
  String.raw`[\da-f]{32}-us\d{1,2}`, // Mailchimp
  String.raw`dckr_[op]at_[\w-]{27,40}`, // Docker Hub
  String.raw`xapp-\d-[\w-]{20,250}`, // Slack app
  String.raw`sq[aup]_[\da-f]{40}`, // SonarQube
  String.raw`pul-[\da-f]{40}`, // Pulumi
  String.raw`tskey-[a-z]{2,10}-[\w-]{16,100}`, // Tailscale
  String.raw`dt0[a-z]\d{2}\.[A-Z2-7]{8,24}\.[A-Z2-7]{64}`, // Dynatrace
  String.raw`gsk_[A-Za-z\d]{52}`, // Groq
  String.raw`v1\.[\da-f]{40}`, // token of a GitHub App from before 2021
  String.raw`u\+[\w-]{18}`, // PagerDuty
  String.raw`cio[A-Za-z\d]{32}`, // crates.io
  String.raw`oy2[a-z\d]{43}`, // NuGet
  String.raw`[12]/\d{13,20}(?:/\d{13,20})?:[\da-f]{32}`, // Asana
  String.raw`[\w-]{11}:APA91b[\w-]{60,200}`, // Firebase
  // Kubernetes secret with a Docker configuration: base64 of `{"auths":`.
  String.raw`eyJhdXRocyI6[A-Za-z\d+/]{10,4000}={0,2}`,
  ...cloudKeyFormats,
  ...serviceKeyFormats,
  ...passwordHashFormats,
];
