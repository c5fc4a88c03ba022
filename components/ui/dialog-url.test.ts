import { describe, expect, it } from 'vitest';
import { readDialogSubject, withDialog } from './dialog-url';

describe('readDialogSubject', () => {
  it('tells apart no dialog, another dialog, this one, and this one about something', () => {
    expect(readDialogSubject('', 'revoke')).toBeNull();
    expect(readDialogSubject('?dialog=create', 'revoke')).toBeNull();
    expect(readDialogSubject('?dialog=revoke', 'revoke')).toBe('');
    expect(readDialogSubject('?dialog=revoke:apit_1', 'revoke')).toBe('apit_1');
  });

  it('does not take a longer name for this one', () => {
    expect(readDialogSubject('?dialog=revoke-all', 'revoke')).toBeNull();
  });
});

describe('withDialog', () => {
  it('keeps filters and cursors', () => {
    expect(withDialog('?user=usr_1&page=abc', 'revoke:apit_1')).toBe(
      '?user=usr_1&page=abc&dialog=revoke:apit_1',
    );
    expect(withDialog('?dialog=create&page=abc', null)).toBe('?page=abc');
  });

  it('leaves no question mark behind', () => {
    expect(withDialog('?dialog=create', null)).toBe('');
  });
});
