/**
 * Returns whether a host is the local machine.
 * @param hostname the `hostname` of a `URL` object, which converts spellings such as 127.1 and 0x7f000001 to 127.0.0.1
 */
export function isLoopbackHost(hostname: string): boolean {
  return (
    /(?:^|\.)localhost\.?$/u.test(hostname) ||
    /^(?:127(?:\.\d{1,3}){3}|0\.0\.0\.0)$/u.test(hostname) ||
    /^\[::(?:1|ffff:7f[\da-f]{2}:[\da-f]{1,4})?\]$/u.test(hostname)
  );
}
