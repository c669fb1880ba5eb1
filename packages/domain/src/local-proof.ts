/**
 * The path at which the API proves to the command line, before that sends its token, that it holds the same token: after a crash of
 * the API, another user of the machine may listen on its port. `<path>/<challenge>` returns HMAC-SHA256 of `localProofText` with the
 * token as key, in hexadecimal.
 */
export const localProofPath = '/local-proof';

/**
 * Returns the text that is signed. It names the address that was asked, so that a program at another address cannot pass the
 * challenge on to the API.
 * @param address of the API, such as `http://127.0.0.1:4400`
 */
export function localProofText(challenge: string, address: string): string {
  return `${challenge} ${address}`;
}
