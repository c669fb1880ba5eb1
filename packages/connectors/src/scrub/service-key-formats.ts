import { alphanumericPattern, base64UrlPattern, createRandomTextPattern, uuid } from './key-alphabets.ts';

export const serviceKeyFormats: readonly string[] = [
  // PagerDuty: https://developer.pagerduty.com/docs/oauth-functionality
  String.raw`pd[eu][us]\+_[A-Z\d]{5,12}_${uuid}`,
  String.raw`pat-(?:na|eu|ap)\d-${uuid}`, // HubSpot
  String.raw`(?:api|mob|sdk)-[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}`, // LaunchDarkly
  String.raw`ATTA[\da-f]{64,76}`, // Trello
  `secret_${createRandomTextPattern(alphanumericPattern, 43)}`, // Notion token from before 2024
  String.raw`CFPAT-[\w-]{43}`, // Contentful
  String.raw`tfp_${createRandomTextPattern(String.raw`[\w.-]`, 40, 64)}`, // Typeform
  String.raw`fio-u-[\w=-]{60,70}`, // Frame.io
  String.raw`sk\.eyJ[\w-]{40,300}\.[\w-]{20,30}`, // Mapbox
  String.raw`sl\.(?:u\.)?[\w-]{100,2000}`, // Dropbox
  String.raw`00D[A-Za-z\d]{12,15}![\w.]{80,130}`, // Salesforce session id
  // Messages and social networks. A Discord bot token begins with the bot's id in base64.
  String.raw`[MNO]${createRandomTextPattern(base64UrlPattern, 23, 28)}\.[\w-]{6,7}\.${createRandomTextPattern(base64UrlPattern, 27, 45)}`,
  String.raw`xoxd-(?:[\w+/-]|%(?!22)[\dA-Fa-f]{2}){20,500}={0,2}`, // Slack cookie
  String.raw`xwfp-[\w-]{20,250}`, // Slack workflow token
  `md-${createRandomTextPattern(base64UrlPattern, 22)}`, // Mandrill
  String.raw`x(?:key|smtp)sib-[\da-f]{64}-[A-Za-z\d]{16}`, // Brevo
  String.raw`[\da-f]{32}-[\da-f]{8}-[\da-f]{8}`, // Mailgun
  String.raw`re_[A-Za-z\d]{6,12}_${createRandomTextPattern(alphanumericPattern, 22, 28)}`, // Resend
  `EAA[A-Z]${createRandomTextPattern(alphanumericPattern, 80, 500)}`, // Facebook
  `A{20,22}${createRandomTextPattern(String.raw`(?:[A-Za-z\d]|%3D)`, 70, 200)}`, // X (Twitter) application token
  String.raw`sk_org_(?:live|test)_[A-Za-z\d]{10,250}`, // Stripe
  String.raw`EZ[AT]K[A-Za-z\d]{54}`, // EasyPost
  String.raw`shippo_(?:live|test)_[\da-f]{40}`,
  String.raw`FLWSECK(?:_TEST)?-[\da-f]{12,40}-X`, // Flutterwave
  String.raw`access-(?:development|production|sandbox)-${uuid}`, // Plaid
  String.raw`live_(?:[\da-f]{35}|${createRandomTextPattern(base64UrlPattern, 40)})`, // Lob and GoCardless
  String.raw`c[ks]_[\da-f]{40}`, // WooCommerce
  String.raw`pdl_(?:live|sdbx)_apikey_[a-z\d]{26}_[A-Za-z\d]{22}_[A-Za-z\d]{3}`, // Paddle
  String.raw`duffel_(?:live|test)_[\w-]{43}`,
  String.raw`GR1348941[\w-]{20,30}`, // GitLab runner token
  String.raw`snyk_[os]?u?at\.[\da-f]{8}\.eyJ[\w-]{20,300}\.[\w-]{40,300}`,
  String.raw`sgp_(?:(?:[\da-f]{16}|local)_)?[\da-f]{40}`, // Sourcegraph
  `sgp_${createRandomTextPattern(alphanumericPattern, 64)}`, // Segment
  String.raw`ph[sx]_\w{40,60}`, // PostHog
  String.raw`CLOJARS_[\da-f]{60}`,
  String.raw`packagist_[a-z]{3}_[\da-f]{60,80}`,
];

const base64 = String.raw`[\w+/.-]`;

/** Formats of password hashes, which are scrubbed because weak passwords can be recovered from them in hours. */
export const passwordHashFormats: readonly string[] = [
  String.raw`\$2[abxy]\$\d\d\$[\w./]{53}`,
  String.raw`\$(?:1|5|6|y|apr1)\$[\w./$=]{20,200}`,
  String.raw`SCRAM-SHA-256\$\d{1,9}:[\w+/]{10,60}={0,2}\$[\w+/]{20,60}={0,2}:[\w+/]{20,60}={0,2}`,
  // https://github.com/P-H-C/phc-string-format: argon2, scrypt, and passlib's PBKDF2.
  String.raw`\$(?:argon2(?:id?|d)|scrypt)(?:\$v=\d{1,3})?\$[a-z]{1,2}=[\da-z=,]{1,60}\$${base64}{8,100}={0,2}\$${base64}{16,200}={0,2}`,
  String.raw`\$pbkdf2(?:-sha\d{1,3})?\$\d{1,9}\$${base64}{8,100}\$${base64}{16,200}`,
  String.raw`(?:pbkdf2_sha(?:1|256)\$\d{1,9}|scrypt:\d{1,9}:\d{1,3}:\d{1,3}|pbkdf2:sha\d{1,3}:\d{1,9})\$[\w/+.]{4,100}\$[\w/+.]{20,200}={0,2}`,
  String.raw`\*[\dA-F]{40}(?!\*)`, // MySQL
  String.raw`[\da-fA-F]{32}:[\da-fA-F]{32}:::`, // NTLM
];
