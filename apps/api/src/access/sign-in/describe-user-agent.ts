import bowser from 'bowser';

/** The maximum number of parsed characters. The client controls the header, and a long header would take long to parse. */
const maxLength = 500;

/** Returns the browser and operating system of a `User-Agent` header, such as `Firefox on Linux`; null if unknown. */
export function describeUserAgent(userAgent: string | undefined): string | null {
  const text = userAgent?.slice(0, maxLength).trim() ?? '';
  if (text === '') return null;
  const { browser, os } = bowser.parse(text);
  if (browser.name === undefined || browser.name === '') return null;
  return os.name === undefined || os.name === '' ? browser.name : `${browser.name} on ${os.name}`;
}
