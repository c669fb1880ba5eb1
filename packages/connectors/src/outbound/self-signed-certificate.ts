/** A self-signed certificate for test servers on this machine. Its key is public and protects nothing. */
export const selfSignedCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjKT87v5rtdL/50y3
Yjh9jsowbfou+ZuK/AtegbAZqTmhRANCAASSmnHwkuzdVofukn+WzWHh4PII1Xew
UUPnY67GdLG+g1Hp7nT6E5HoigQvQBci8sKozbAN6nTYLuex/t6oJy49
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUYDo6DjwPl94/6fh8/Z8qNVDvX4kwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzEzNDgyMFoYDzIxMjYxMTAz
MTM0ODIwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASSmnHwkuzdVofukn+WzWHh4PII1XewUUPnY67GdLG+g1Hp7nT6E5Ho
igQvQBci8sKozbAN6nTYLuex/t6oJy49o28wbTAdBgNVHQ4EFgQUuLBJ/6QEqiRf
aUtcoq5TxBMq7KgwHwYDVR0jBBgwFoAUuLBJ/6QEqiRfaUtcoq5TxBMq7KgwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgOw64dR71YCuE7SQB6G8m73WDsYWwu6hXOnGX5gC3bmMCIHmR
sFrtayS+dMjUvZjYetU4Pew0ODcr8RP7eura/cRH
-----END CERTIFICATE-----`,
};
