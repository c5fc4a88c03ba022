import { expect, it } from 'vitest';
import { fetchDocument } from './egress';

it.each([
  'http://127.0.0.1:9/',
  'https://localhost/',
  'https://[::1]/',
  'https://2130706433/',
  'https://127.1/',
])('without the setting, %s is no place to go', async (address) => {
  await expect(fetchDocument(address, { accept: '*/*' })).rejects.toMatchObject({ reason: 'private' });
});
