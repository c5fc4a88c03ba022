import { afterEach, expect, it } from 'vitest';
import { putAside, readAside, typeAhead } from './put-aside';

afterEach(() => putAside());

const type = (...keys: string[]) => keys.map(typeAhead);

it('keeps what is typed before the palette is there', () => {
  expect(type('A', 'c', 'n', 'Backspace', 'm', ' ', '日')).not.toContain(false);
  expect(readAside()).toEqual({ text: 'Acm 日', how: 'typed' });
});

it('enters a text once, and nothing without one', () => {
  type('Enter', 'a', 'Enter', 'b', 'Enter');
  expect(readAside()).toEqual({ text: 'a', how: 'entered' });
});

it('leaves keys that write nothing', () => {
  expect(type('Shift', 'ArrowDown', 'Escape', 'Tab')).toEqual([false, false, false, false]);
  expect(readAside().text).toBe('');
});
