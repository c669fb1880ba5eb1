/**
 * The path at which the API proves to the command line, before that sends its token, that it holds the same token: after a crash of
 * the API, another user of the machine may listen on its port. `<path>/<challenge>` returns HMAC-SHA256 of the challenge with the
 * token as key, in hexadecimal.
 */
export const localProofPath = '/local-proof';
