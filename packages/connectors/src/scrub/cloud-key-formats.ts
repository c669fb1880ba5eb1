import { alphanumericPattern, createRandomTextPattern, uuid } from './key-alphabets.ts';

export const cloudKeyFormats: readonly string[] = [
  String.raw`IQoJb3JpZ2lu(?:[\w+/-]|%(?!22)[\dA-Fa-f]{2}){60,4000}={0,2}`,
  String.raw`ABSK[A-Za-z\d+/]{60,400}={0,2}`,
  String.raw`amzn\.mws\.${uuid}`,
  // Azure: application secret, DevOps personal token, and keys with a fixed marker, such as `+ASt`. See
  // https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key.
  String.raw`[\w~.-]{3}\dQ~[\w~.-]{30,33}[\w~-]`,
  String.raw`[A-Za-z\d]{52}JQQJ99[A-Za-z\d]{20,32}`,
  String.raw`[A-Za-z\d+/]{76}(?:APIM|ACDb|\+(?:ABa|AMC|ASt))[A-Za-z\d+/]{5,6}={0,2}`,
  String.raw`[A-Za-z\d+/]{33}(?:AIoT|\+(?:ASb|AEh|ARm))[A-Za-z\d+/]{6}=`,
  String.raw`[\w+/-]{42,44}(?:AzFu|AzSe|\+ACR)[\w+/-]{6,9}={0,2}`,
  // Alibaba Cloud and Tencent Cloud: key ids.
  String.raw`LTAI(?=[A-Za-z]{0,11}\d)[A-Za-z\d]{12,24}`,
  `AKID${createRandomTextPattern(alphanumericPattern, 32)}`,
  // Cloudflare: Origin CA key, and tokens of users and accounts.
  String.raw`v1\.0-[\da-f]{24}-[\da-f]{146}`,
  String.raw`cf(?:ut|at|k)_[A-Za-z\d]{40,60}`,
  String.raw`DO00[A-Z\d]{16}`, // DigitalOcean Spaces
  String.raw`SCW(?=[A-Z]{0,16}\d)[A-Z\d]{17}`, // Scaleway
  // Yandex Cloud: IAM token and OAuth token.
  String.raw`t1\.9eu[\w-]{20,500}={0,2}\.[\w-]{86}={0,2}`,
  String.raw`y[0-3]_[\w-]{50,70}`,
  String.raw`HRKU-(?:${uuid}|AA[\w-]{50,70})`, // Heroku
  String.raw`nf[bcopu]_[A-Za-z\d]{36,60}`, // Netlify
  String.raw`vercel_blob_rw_[A-Za-z\d]{10,30}_[A-Za-z\d]{20,60}`,
  String.raw`vc[aikpr]_[A-Za-z\d]{50,70}`, // Vercel
  `rnd_${createRandomTextPattern(alphanumericPattern, 28, 40)}`, // Render
  `dd[pw]_${createRandomTextPattern(alphanumericPattern, 36, 40)}`, // Deno Deploy
  String.raw`napi_[a-z\d]{40,80}`, // Neon
  String.raw`npg_(?=[a-z\d]{0,11}[A-Z])(?=[A-Z\d]{0,11}[a-z])[A-Za-z\d]{12,40}`,
  String.raw`CCDB1_[A-Za-z\d]{22}_[A-Za-z\d]{40}`, // CockroachDB
  String.raw`mdb_sa_sk_[\w-]{40,60}`, // MongoDB Atlas
  String.raw`pcsk_[A-Za-z\d]{5,6}_[A-Za-z\d]{60,70}`, // Pinecone
  String.raw`essu_[\w+/-]{40,200}={0,2}`, // Elastic Cloud
  String.raw`dbt[cu]_[\w-]{40,50}`, // dbt
  String.raw`hc[abx][im][ck]_[A-Za-z\d]{30,64}`, // Honeycomb
  `r8_${createRandomTextPattern(alphanumericPattern, 37)}`, // Replicate
  String.raw`xai-[A-Za-z\d]{70,90}`,
  String.raw`pplx-[A-Za-z\d]{40,60}`, // Perplexity
  String.raw`nvapi-[\w-]{60,70}`, // NVIDIA
  String.raw`lsv2_(?:pt|sk)_[\da-f]{32}_[\da-f]{10}`, // LangSmith
  String.raw`sk_[\da-f]{48}`, // ElevenLabs
  // Vault: tokens of the older format.
  String.raw`s\.${createRandomTextPattern(alphanumericPattern, 24)}(?:\.[A-Za-z\d]{5})?`,
  String.raw`pn[bu]_[A-Za-z\d]{36}`, // Prefect
  String.raw`(?:pat|sat)\.[\w-]{22}\.[\da-f]{24}\.[A-Za-z\d]{20}`, // Harness
  String.raw`API-(?=[A-Z]{0,24}\d)(?=\d{0,24}[A-Z])[A-Z\d]{25,32}`, // Octopus Deploy
  // 1Password: secret key of an account.
  String.raw`A3-[A-Z\d]{6}-(?:[A-Z\d]{11}|[A-Z\d]{6}-[A-Z\d]{5})(?:-[A-Z\d]{5}){3}`,
];
