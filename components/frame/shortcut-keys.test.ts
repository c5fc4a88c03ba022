import { describe, expect, it } from 'vitest';
import { type KeyPress, readShortcut } from './shortcut-keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  ...held,
});

describe('readShortcut', () => {
  it('reads single keys', () => {
    expect(readShortcut(press('/'), false, true)).toEqual({ act: 'find' });
    expect(readShortcut(press('j'), false, true)).toEqual({ act: 'row', step: 1 });
    expect(readShortcut(press('c'), false, true)).toEqual({ act: 'press', what: 'create' });
    expect(readShortcut(press('x'), false, true)).toBeNull();
    expect(readShortcut(press('constructor'), false, true)).toBeNull();
  });

  it('reads a letter after g as a place to go, even one that has a meaning of its own', () => {
    expect(readShortcut(press('g'), false, true)).toEqual({ act: 'wait' });
    expect(readShortcut(press('c'), true, true)).toEqual({ act: 'go', letter: 'c' });
  });

  it('leaves the browser its own combinations', () => {
    expect(readShortcut(press('c', { ctrl: true }), false, true)).toBeNull();
    expect(readShortcut(press('j', { alt: true }), false, true)).toBeNull();
  });

  it('keeps Ctrl+K and Cmd+K when single keys are turned off', () => {
    expect(readShortcut(press('/'), false, false)).toBeNull();
    expect(readShortcut(press('k', { ctrl: true }), false, false)).toEqual({ act: 'find' });
    expect(readShortcut(press('K', { meta: true }), false, false)).toEqual({ act: 'find' });
  });
});
