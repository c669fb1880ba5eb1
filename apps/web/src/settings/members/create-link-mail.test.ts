import { expect, test } from 'vitest';
import { createLinkMail } from './create-link-mail.ts';

const link = {
  name: 'Ann Archer',
  email: 'ann@example.com',
  url: 'https://refrain.example.com/sign-in/a&b',
  expiresAt: '2026-05-04T13:07:00.000Z',
  isInvitation: true,
};

test('createLinkMail prefills the address, the subject, the link and its expiry', () => {
  const mail = new URL(createLinkMail(link));
  expect(decodeURIComponent(mail.pathname)).toBe('ann@example.com');
  expect(mail.searchParams.get('subject')).toBe('Your invitation to Refrain');
  const body = mail.searchParams.get('body') ?? '';
  expect(body).toContain('Hello Ann Archer,');
  expect(body).toContain(link.url);
  expect(body).toContain('until 2026-05-04 13:07 UTC');
});

test('createLinkMail leaves the address empty if it is unknown', () => {
  expect(createLinkMail({ ...link, email: null, isInvitation: false })).toMatch(/^mailto:\?subject=Your%20sign-in/u);
});
