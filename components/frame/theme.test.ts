import { expect, it } from 'vitest';
import { parseTheme } from './theme';

it('takes only themes that exist from the cookie', () => {
  expect(parseTheme('dark')).toBe('dark');
  expect(parseTheme('"><script>')).toBe('system');
  expect(parseTheme(undefined)).toBe('system');
});
