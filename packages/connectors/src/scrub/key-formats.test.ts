import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

/** Keys are assembled from parts in this file, so that secret scanners do not report this repository. */
const random = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5';
const hex = '0f3a9e8d';
const uuid = [hex, '0f3a', '4e8d', 'af3a', `${hex}0f3a`].join('-');
const take = (length: number) => random.repeat(12).slice(0, length);
const takeHex = (length: number) => hex.repeat(20).slice(0, length);
const upper = (length: number) => take(length).toUpperCase();
const lower = (length: number) => take(length).toLowerCase();

/** Each entry has a separator and the parts of a key, which the separator joins. */
const keys: readonly (readonly [string, ...string[]])[] = [
  ['', 'IQoJb3JpZ2', `luX2Vj${take(200)}==`],
  ['', 'AB', `SKQmVkcm9ja0FQSUtleS${take(110)}=`],
  ['.', 'amzn', 'mws', uuid],
  ['', take(3), '8Q', `~${take(34)}`],
  ['', take(52), 'JQQ', `J99${take(8)}AAAAAAASAZDO${take(4)}`],
  ['', take(44), 'Az', `Fu${take(5)}A==`],
  ['', take(76), '+AS', `t${take(6)}==`],
  ['', take(33), '+AS', `b${take(6)}=`],
  ['', 'LTA', `I5t${take(18)}`],
  ['', 'AKI', `D${take(32)}`],
  ['-', 'v1.0', takeHex(24), takeHex(146)],
  ['_', 'cfut', take(48)],
  ['', 'DO', `00${upper(16)}`],
  ['', 'SC', `W${upper(17)}`],
  ['.', 't1', `9eu${take(40)}`, take(86)],
  ['_', 'y0', `AgAAA${take(52)}`],
  ['-', 'HRKU', uuid],
  ['-', 'HRKU', `AA${take(58)}`],
  ['_', 'nfp', take(40)],
  ['_', 'vercel', 'blob', 'rw', take(16), take(30)],
  ['_', 'vcp', take(56)],
  ['_', 'rnd', take(28)],
  ['_', 'ddp', take(36)],
  ['_', 'napi', lower(64)],
  ['_', 'npg', take(12)],
  ['_', 'CCDB1', take(22), take(40)],
  ['_', 'mdb', 'sa', 'sk', take(40)],
  ['_', 'pcsk', take(6), take(63)],
  ['_', 'essu', `${take(60)}=`],
  ['_', 'dbtc', take(44)],
  ['_', 'dbtu', take(44)],
  ['_', 'hcaik', lower(58)],
  ['_', 'hcamk', lower(58)],
  ['_', 'r8', take(37)],
  ['-', 'xai', take(80)],
  ['-', 'pplx', take(48)],
  ['-', 'nvapi', take(64)],
  ['_', 'lsv2', 'pt', takeHex(32), takeHex(10)],
  ['_', 'sk', takeHex(48)],
  ['.', 's', take(24)],
  ['_', 'pnu', lower(36)],
  ['.', 'pat', take(22), takeHex(24), take(20)],
  ['-', 'API', upper(26)],
  ['-', 'A3', upper(6), upper(6), upper(5), upper(5), upper(5), upper(5)],
  ['_', 'pdus+', '0XBPWQQ', uuid],
  ['-', 'pat', 'na1', uuid],
  ['-', 'sdk', uuid],
  ['-', 'api', uuid],
  ['', 'ATT', `A${takeHex(72)}`],
  ['_', 'secret', take(43)],
  ['-', 'CFPAT', take(43)],
  ['_', 'tfp', take(44), take(14)],
  ['-', 'fio', 'u', take(64)],
  ['.', 'sk', `eyJ${take(60)}`, take(22)],
  ['.', 'sl', `B${take(140)}`],
  ['.', 'sl', 'u', `AF${take(140)}`],
  ['!', `00D${take(12)}`, take(90)],
  ['.', `MT${take(24)}`, `G${take(5)}`, take(38)],
  ['-', 'xoxd', `${take(60)}%2F${take(30)}`],
  ['-', 'xwfp', '123456789012', '123456789012', takeHex(32)],
  ['-', 'md', take(22)],
  ['-', 'xkeysib', takeHex(64), take(16)],
  ['-', takeHex(32), hex, hex],
  ['_', 're', take(8), take(24)],
  ['', 'EA', `AG${take(160)}`],
  ['', 'A'.repeat(21), `${take(80)}%3D${take(40)}`],
  ['_', 'sk', 'org', 'live', take(30)],
  ['', 'EZ', `AK${take(54)}`],
  ['_', 'shippo', 'live', takeHex(40)],
  ['-', 'FLWSECK', takeHex(32), 'X'],
  ['-', 'access', 'production', uuid],
  ['_', 'live', takeHex(35)],
  ['_', 'live', take(40)],
  ['_', 'cs', takeHex(40)],
  ['_', 'pdl', 'live', 'apikey', lower(26), take(22), take(3)],
  ['_', 'duffel', 'live', take(43)],
  ['', 'GR13', `48941${take(20)}`],
  ['.', 'snyk_uat', hex, `eyJ${take(40)}`, take(60)],
  ['_', 'sgp', takeHex(16), takeHex(40)],
  ['_', 'sgp', take(64)],
  ['_', 'phx', take(43)],
  ['_', 'CLOJARS', takeHex(60)],
  ['_', 'packagist', 'ort', takeHex(68)],
  ['$', '', 'argon2id', 'v=19', 'm=65536,t=3,p=4', take(22), take(43)],
  ['$', '', 'scrypt', 'ln=15,r=8,p=1', take(22), take(43)],
  ['$', 'pbkdf2_sha256', '600000', take(22), `${take(43)}=`],
  ['$', 'pbkdf2:sha256:600000', take(16), takeHex(64)],
  ['', '*', takeHex(40).toUpperCase()],
  ['', takeHex(32), ':', takeHex(32), ':::'],
];

test.each(keys.map(([sign, ...parts]) => parts.join(sign)))('scrub removes the key %s anywhere in a text', (key) => {
  const expected = String.raw`got [secret], "[secret]" and x\n[secret] or %22[secret]%22`;
  expect(scrub(String.raw`got ${key}, "${key}" and x\n${key} or %22${key}%22`)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  `rnd_number_generator_seeded_twice, re_render_count_of_dashboard_widgets, re_ExportJob_${'checkoutTotalsOfTheMonth'}`,
  's.getCheckoutSessionTotals(), s.Xk2Total, s.replaceAllOccurrencesOf1, sl.short, sk.eyJ is a prefix',
  'md-outlined-text-field, md-Heading-2-Of-The-Docs, live_region_announcements_for_screen_readers1',
  'API-GATEWAY-TIMEOUT-ERRORS, API-VERSION, API-2024, A3-SIZE-PAPER, SCWINDOWHASNODIGITS, SCW',
  `secret_manager_rotation_of_checkout_in_production, secret_${'a'.repeat(43)}, secret_santa_2024`,
  'LTAI is a prefix, AKID too, DO00 and ATTA, ABSK, EZAK, CFPAT-short, HRKU-1, xoxd-a, npg_dump_of_2024',
  `sdk-2.14.0, api-v2-gateway, sdk-${hex}-build, cs_CZ.UTF-8, cs_${hex}, live_${hex}, sk_${hex}`,
  'pat.checkout.orders.run, pat-na1-gateway, access-production-database, packagist_org_mirror, dbtc_run',
  'NotificationDeliveryServiceIm.handle.deliverToAllTheSubscribers, MSTeams.v2.channel',
  `AAAAAAAAAAAAAAAAAAAAA, ${'A'.repeat(120)}, EAAGER, EAAA1`,
  `commit ${takeHex(40)} and *${takeHex(40).toUpperCase()}* of ${uuid}, ${takeHex(32)}-${hex}`,
  `sha256:${takeHex(64)}, ${uuid}, trace ${takeHex(32)}, span ${takeHex(16)}`,
  '$argon2id is slow, pbkdf2_sha256 with 600000 rounds, $scrypt$, scrypt:32768:8:1, 2 * 10 * A',
  `src/vercel_blob_rw_test.ts, nfp_build.log, hcaik_test, phx_web.ex, pcsk_test, tfp_layer1, fio-u-boot`,
  'v1.0-rc1, v1.0-alpha, t1.micro, t1.9eu, y0_offset, r8_compiler, xai-org, pplx-api, nvapi-sdk, vcp_driver',
])('scrub keeps a name, file or id that begins like a key: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
