import { describe, expect, it } from 'vitest';
import { beginSubmission, freshSubmission, settleSubmission } from './submission';

function countingIds() {
  let count = 0;
  return () => `id-${++count}`;
}

describe('the life of a submission', () => {
  it('sends a double click once', () => {
    const newId = countingIds();
    const sending = beginSubmission(freshSubmission, newId);
    expect(sending).toEqual({ state: 'sending', id: 'id-1' });
    expect(beginSubmission(sending ?? freshSubmission, newId)).toBeNull();
    expect(newId()).toBe('id-2');
  });

  it('takes a new id after a clear answer, since the server has used up the old one', () => {
    const newId = countingIds();
    const first = beginSubmission(freshSubmission, newId);
    const settled = settleSubmission(first ?? freshSubmission, 'clear');
    expect(settled.state).toBe('editing');
    expect(beginSubmission(settled, newId)?.id).toBe('id-2');
  });

  it('stays closed after an unknown outcome and keeps its id', () => {
    const newId = countingIds();
    const first = beginSubmission(freshSubmission, newId);
    const settled = settleSubmission(first ?? freshSubmission, 'unknown');
    expect(settled).toEqual({ state: 'unknown', id: 'id-1' });
    expect(beginSubmission(settled, newId)).toBeNull();
  });
});
