import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { captureAppError } from '../../testing.ts';
import { receivePagerDutyWebhook } from './webhook.ts';

const body = Buffer.from('{"event":{"id":"E1","event_type":"incident.custom_field_values.updated","data":{}}}');
const sign = (secret: string) => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
const receive = (signature: string | undefined, secrets: readonly string[]) =>
  receivePagerDutyWebhook({ headers: { 'x-pagerduty-signature': signature }, body }, secrets);

describe('receivePagerDutyWebhook', () => {
  it('accepts a PagerDuty delivery if any signature matches any secret', () => {
    for (const signature of [sign('new'), `${sign('other')},${sign('new')}`, `v2=00, ${sign('former')}`]) {
      expect(receive(signature, ['new', 'former'])).toMatchObject([
        { type: 'pagerduty.event.incident.custom_field_values.updated', deliveryKey: 'event/E1' },
      ]);
    }
  });

  it('rejects a PagerDuty delivery that no valid secret signed', async () => {
    const wrong = [undefined, '', 'v1=', 'v1', sign('other'), sign('new').slice(3), `v0=${sign('new').slice(3)}`];
    for (const signature of wrong) {
      expect((await captureAppError(() => receive(signature, ['new', 'former']))).code).toBe('signature_invalid');
    }
    expect((await captureAppError(() => receive(sign('new'), []))).code).toBe('signature_invalid');
    expect((await captureAppError(() => receive(sign(''), ['']))).code).toBe('signature_invalid');
  });

  it('checks at most 20 signatures of a delivery', async () => {
    const many = Array.from({ length: 20 }, (_, place) => sign(`other ${place}`)).join(',');
    expect((await captureAppError(() => receive(`${many},${sign('new')}`, ['new']))).code).toBe('signature_invalid');
  });
});
