/** Domains that nobody may claim: free mail providers and throw-away addresses. A sample, not the real list. */
export const publicDomains = new Set([
  ...['gmail.com', 'googlemail.com', 'yahoo.com', 'yahoo.co.uk', 'ymail.com', 'outlook.com', 'hotmail.com'],
  ...['live.com', 'msn.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com'],
  ...['gmx.com', 'gmx.de', 'gmx.net', 'web.de', 'mail.com', 'zoho.com', 'yandex.com', 'yandex.ru', 'mail.ru'],
  ...['qq.com', '163.com', '126.com', 'fastmail.com', 'tutanota.com', 'hey.com', 'rediffmail.com'],
  ...[
    'mailinator.com',
    'guerrillamail.com',
    '10minutemail.com',
    'yopmail.com',
    'temp-mail.org',
    'tempmail.com',
  ],
  ...[
    'trashmail.com',
    'sharklasers.com',
    'getnada.com',
    'maildrop.cc',
    'throwawaymail.com',
    'dispostable.com',
  ],
]);
